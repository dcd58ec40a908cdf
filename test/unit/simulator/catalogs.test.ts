import { expect, test } from 'vitest'
import { ACTIVITIES } from '#simulator/catalogs/activities.ts'
import { DEPARTMENTS } from '#simulator/catalogs/departments.ts'
import { DISTRICTS } from '#simulator/catalogs/districts.ts'
import { aSimulator } from './a-simulator.ts'

test('searches care neither for accents nor for capitals', async () => {
  const { gets } = await aSimulator()
  expect((await gets('/catalogs/activities?search=FARMACEUTICOS')).body).toEqual([
    { code: '01282', description: 'Cultivo de plantas para la obtención de productos medicinales y farmacéuticos' },
    {
      code: '21001',
      description: 'Manufactura de productos farmacéuticos, sustancias químicas y productos botánicos',
    },
    { code: '46484', description: 'Venta de productos farmacéuticos y medicinales' },
    {
      code: '47721',
      description:
        'Venta al por menor de medicamentos farmacéuticos y otros materiales y artículos de uso médico, odontológico y veterinario',
    },
  ])
  expect((await gets('/catalogs/activities?search=4711')).body).toMatchObject([
    { code: '47111' },
    { code: '47112' },
    { code: '47119' },
  ])
  expect((await gets('/catalogs/activities?search=astronauta')).body).toEqual([])
  expect((await gets('/catalogs/activities?search=venta')).body).toHaveLength(50)
})

test('departments come with their municipalities', async () => {
  const { gets } = await aSimulator()
  expect((await gets('/catalogs/departments?search=usulutan')).body).toEqual([
    {
      code: '11',
      name: 'Usulután',
      municipalities: [
        { code: '1124', short_code: '24', name: 'Usulután Norte' },
        { code: '1125', short_code: '25', name: 'Usulután Este' },
        { code: '1126', short_code: '26', name: 'Usulután Oeste' },
      ],
    },
  ])
  expect((await gets('/catalogs/departments')).body).toHaveLength(14)
  expect(DEPARTMENTS.flatMap(({ municipalities }) => municipalities)).toHaveLength(44)
})

test('a district has the same UUID in every run, and never more than 50 rows come', async () => {
  const { gets } = await aSimulator()
  expect((await gets('/catalogs/districts/search?search=soyapango')).body).toEqual([
    {
      id: 'e8667ca9-3579-5a0b-8e22-6f90afb4b7c8',
      name: 'Soyapango',
      municipality: { code: '0622', name: 'San Salvador Este' },
      department: { code: '06', name: 'San Salvador' },
    },
  ])
  expect((await gets('/catalogs/districts/search?search=')).body).toHaveLength(50)
  expect(new Set(DISTRICTS.map(({ id }) => id)).size).toBe(DISTRICTS.length)
})

test('the catalogues are whole: 14 departments, 44 municipalities, 262 districts, every activity once', () => {
  const municipalities = DEPARTMENTS.flatMap((department) => department.municipalities)
  const districtsIn = (code: string): number =>
    DISTRICTS.filter(({ department, municipality }) => [department.code, municipality.code].includes(code)).length
  expect({
    municipalities: municipalities.length,
    withoutDistrict: municipalities.filter(({ code }) => districtsIn(code) === 0),
    districts: Object.fromEntries(DEPARTMENTS.map(({ code, name }) => [name, districtsIn(code)])),
    all: DISTRICTS.length,
  }).toEqual({
    municipalities: 44,
    withoutDistrict: [],
    districts: {
      Ahuachapán: 12,
      'Santa Ana': 13,
      Sonsonate: 16,
      Chalatenango: 33,
      'La Libertad': 22,
      'San Salvador': 19,
      Cuscatlán: 16,
      'La Paz': 22,
      Cabañas: 9,
      'San Vicente': 13,
      Usulután: 23,
      'San Miguel': 20,
      Morazán: 26,
      'La Unión': 18,
    },
    all: 262,
  })
  expect(ACTIVITIES.length).toBeGreaterThan(700)
  expect(ACTIVITIES.filter(({ code, description }) => !/^\d{5}$/.test(code) || description.length < 5)).toEqual([])
  expect(new Set(ACTIVITIES.map(({ code }) => code)).size).toBe(ACTIVITIES.length)
})
