import { expect, test } from 'vitest'
import { sqliteTaxCatalogs } from '#adapters/sqlite/tax-catalogs.ts'
import type { TaxCatalogContents } from '#application/ports/tax-catalogs.ts'
import { placeLabel } from '#domain/customer/tax-catalogs.ts'
import { aTill, NOW } from '../../unit/application/a-till.ts'

const UUID = '0F4C4A5E-2b1d-4c7e-9a55-1c2d3e4f5a6b'
const SONSONATE = { code: '03', name: 'Sonsonate' }
const CENTRE = { code: '0318', name: 'Sonsonate Centro' }
const aDistrict = (name: string, id: string) => ({
  kind: 'district' as const,
  id,
  name,
  municipality: CENTRE,
  department: SONSONATE,
})

const CONTENTS: TaxCatalogContents = {
  activities: [
    { code: '47111', description: 'Venta en supermercados' },
    { code: '47215', description: 'Venta al por menor de productos de panadería' },
    { code: '10711', description: 'Elaboración de pan "francés" (47111 aparte)' },
  ],
  departments: [
    { ...SONSONATE, municipalities: [CENTRE] },
    { code: '06', name: 'San Salvador', municipalities: [{ code: '0623', name: 'San Salvador Centro' }] },
  ],
  districts: [aDistrict('Sonsonate', UUID), aDistrict('Nahulingo', UUID.replace('0F', '1F'))],
}

const someCatalogs = (contents = CONTENTS) => {
  const till = aTill()
  const catalogs = sqliteTaxCatalogs(till.connection)
  catalogs.replace(contents, NOW)
  return { till, catalogs }
}

test.each([
  ['panaderia', ['47215']],
  ['PANADERÍA', ['47215']],
  ['vent', ['47215', '47111']],
  ['pan', ['10711', '47215']],
  ['"francés"', ['10711']],
  ['47', ['47111', '47215', '10711']],
  ['47111', ['47111', '10711']],
  ['super venta', ['47111']],
  ['p', []],
  ['', []],
  ['pan OR venta', []],
  ['folded_description:pan', []],
  ["'; DROP TABLE tax_activity", []],
  ['--', []],
])('a search for the activity %j', (text, codes) => {
  const { catalogs } = someCatalogs()
  expect(catalogs.searchActivities(text).map(({ code }) => code)).toEqual(codes)
})

test.each([
  [
    'sonsonaté',
    ['Sonsonate Centro, Sonsonate', 'Sonsonate, Sonsonate Centro', 'Nahulingo, Sonsonate Centro, Sonsonate'],
  ],
  ['nahu centro', ['Nahulingo, Sonsonate Centro, Sonsonate']],
  ['SAN SALV', ['San Salvador Centro, San Salvador']],
  ['0318', []],
  ['s', []],
  ['%%', []],
])('a search for the place %j', (text, labels) => {
  const { catalogs } = someCatalogs()
  expect(catalogs.searchPlaces(text).map(placeLabel)).toEqual(labels)
})

test('an activity is found by its code, a district by its UUID in either case, a municipality by its code', () => {
  const { catalogs } = someCatalogs()
  expect([
    catalogs.activity(' 47111 '),
    catalogs.activity('4711'),
    catalogs.place(UUID.toLowerCase()),
    catalogs.place('0318'),
    catalogs.place('03'),
  ]).toEqual([
    CONTENTS.activities[0],
    null,
    CONTENTS.districts[0],
    { kind: 'municipality', ...CENTRE, department: SONSONATE },
    null,
  ])
})

test('at most twenty, those that begin with what was typed first', () => {
  const many = Array.from({ length: 60 }, (_, index) => ({ code: `9${index}`, description: `Otra venta ${index}` }))
  const { catalogs } = someCatalogs({ ...CONTENTS, activities: [...many, ...CONTENTS.activities] })
  const found = catalogs.searchActivities('venta').map(({ code }) => code)
  expect([found.length, ...found.slice(0, 2)]).toEqual([20, '47215', '47111'])
})

test('all are replaced together, or none: what was is found no more, and what fails leaves it as it was', () => {
  const { catalogs } = someCatalogs()
  const bad = { code: '', description: 'Sin código' }
  expect(() => catalogs.replace({ ...CONTENTS, activities: [bad] }, NOW + 1)).toThrow('CHECK')
  expect([catalogs.refreshedAt(), catalogs.counts()]).toEqual([NOW, { activities: 3, municipalities: 2, districts: 2 }])
  const twice = { code: '56101', description: 'Restaurantes' }
  catalogs.replace({ activities: [twice, twice], departments: [], districts: [] }, NOW + 1)
  expect([
    catalogs.refreshedAt(),
    catalogs.counts(),
    catalogs.searchActivities('panaderia'),
    catalogs.searchActivities('restaurantes'),
    catalogs.searchPlaces('sonsonate'),
  ]).toEqual([NOW + 1, { activities: 1, municipalities: 0, districts: 0 }, [], [twice], []])
})

test('before the first there are none', () => {
  const catalogs = sqliteTaxCatalogs(aTill().connection)
  expect([catalogs.refreshedAt(), catalogs.counts(), catalogs.searchPlaces('sonsonate')]).toEqual([
    null,
    { activities: 0, municipalities: 0, districts: 0 },
    [],
  ])
})
