import { expect, test } from 'vitest'
import { DEPARTMENTS } from '#simulator/catalogs/departments.ts'
import { DISTRICTS } from '#simulator/catalogs/districts.ts'
import { aSimulator } from './a-simulator.ts'

test('searches care neither for accents nor for capitals', async () => {
  const { gets } = await aSimulator()
  expect((await gets('/catalogs/activities?search=FARMACEUTICOS')).body).toEqual([
    { code: '47721', description: 'Venta al por menor de medicamentos farmacéuticos y otros materiales' },
  ])
  expect((await gets('/catalogs/activities?search=4711')).body).toMatchObject([
    { code: '47111' },
    { code: '47112' },
    { code: '47119' },
  ])
  expect((await gets('/catalogs/activities?search=zapatero')).body).toEqual([])
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
  expect(DISTRICTS.length).toBeGreaterThan(50)
  expect((await gets('/catalogs/districts/search?search=')).body).toHaveLength(50)
  expect(new Set(DISTRICTS.map(({ id }) => id)).size).toBe(DISTRICTS.length)
})
