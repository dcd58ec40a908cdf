import { expect, test } from 'vitest'
import { placeLabel } from '#domain/customer/tax-catalogs.ts'

const department = { code: '06', name: 'San Salvador' }
const municipality = { code: '0623', name: 'San Salvador Centro' }
const aDistrict = (name: string) => ({ kind: 'district' as const, id: 'uuid', name, municipality, department })

test.each([
  [aDistrict('Mejicanos'), 'Mejicanos, San Salvador Centro, San Salvador'],
  [aDistrict('San Salvador'), 'San Salvador, San Salvador Centro'],
  [{ kind: 'municipality' as const, ...municipality, department }, 'San Salvador Centro, San Salvador'],
  [
    { kind: 'municipality' as const, code: '0114', name: 'AHUACHAPAN', department: { code: '01', name: 'Ahuachapán' } },
    'AHUACHAPAN',
  ],
])('%j is told from the smallest to the largest, nothing twice', (place, label) => {
  expect(placeLabel(place)).toBe(label)
})
