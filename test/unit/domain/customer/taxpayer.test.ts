import { expect, test } from 'vitest'
import { customerRefusal, tidyCustomer } from '#domain/customer/customer.ts'
import { parseNrc } from '#domain/customer/taxpayer.ts'
import { aCustomer, NOBODY } from '../a-customer.ts'

const TAXPAYER = { nit: '06141503851010', nrc: '123456', contributor: 3 } as const

test.each([
  ['12', '12'],
  ['12345678', '12345678'],
  ['123456-7', '1234567'],
  [' 123 456 ', '123456'],
  ['1', null],
  ['123456789', null],
  ['00', null],
  ['12a', null],
  ['', null],
])('an NRC is two to eight digits: %s', (typed, digits) => {
  expect(parseNrc(typed)).toBe(digits)
})

test('a taxpayer is kept with its numbers as the tax authority writes them', () => {
  const typed = { nit: '0614-150385-101-0', nrc: '12345-6', contributor: 3 } as const
  expect(tidyCustomer({ ...NOBODY, taxpayer: typed, address: '  Calle 1  ' })).toEqual({
    ...NOBODY,
    taxpayer: TAXPAYER,
    address: 'Calle 1',
  })
})

test('numbers that are not valid stay as they were typed, for the refusal to name', () => {
  expect(tidyCustomer({ ...NOBODY, taxpayer: { nit: ' 12 ', nrc: ' x ', contributor: 1 } })).toMatchObject({
    taxpayer: { nit: '12', nrc: 'x', contributor: 1 },
  })
})

test.each<[string, Parameters<typeof aCustomer>[0], object | null]>([
  ['all of it', { taxpayer: TAXPAYER, activity: { code: '56106', description: 'Pupusería' } }, null],
  ['a NIT of nine digits, which is a DUI', { taxpayer: { ...TAXPAYER, nit: '012345678' } }, null],
  ['no NIT', { taxpayer: { ...TAXPAYER, nit: '123' } }, { code: 'nit_invalid', field: 'customer.nit' }],
  ['no NRC', { taxpayer: { ...TAXPAYER, nrc: '0' } }, { code: 'nrc_invalid', field: 'customer.nrc' }],
  [
    'an activity that is none',
    { activity: { code: '12', description: '' } },
    { code: 'activity_invalid', field: 'customer.activity_code' },
  ],
  ['a municipality', { place: { kind: 'municipality', code: '0623', name: 'San Salvador Centro' } }, null],
  [
    'a department that is not there',
    { place: { kind: 'municipality', code: '1501', name: '' } },
    { code: 'place_invalid', field: 'customer.place' },
  ],
  ['a district', { place: { kind: 'district', code: '0f4c4a5e-2b1d-4c7e-9a55-1c2d3e4f5a6b', name: '' } }, null],
  [
    'a district without its UUID',
    { place: { kind: 'district', code: '0623', name: '' } },
    { code: 'place_invalid', field: 'customer.place' },
  ],
  [
    'a long address',
    { address: 'x'.repeat(201) },
    { code: 'address_too_long', field: 'customer.address', params: { max: 200 } },
  ],
  ['an odd address', { address: 'Calle\u00001' }, { code: 'text_not_printable', field: 'customer.address' }],
])('%s', (_, changes, refusal) => {
  expect(customerRefusal(aCustomer(changes))).toEqual(refusal)
})
