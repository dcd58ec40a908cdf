import { expect, test } from 'vitest'
import {
  type Customer,
  customerRefusal,
  type IdentityDocument,
  isIdentified,
  parseIdentityDocument,
  parsePhone,
  tidyCustomer,
} from '#domain/customer/customer.ts'
import { aCustomer, NOBODY } from '../a-customer.ts'

test.each([
  ['2222-3333', '22223333'],
  ['6123 4567', '61234567'],
  ['7123-4567', '71234567'],
  ['+503 7123-4567', '71234567'],
  ['(503) 2222 3333', '22223333'],
  ['50371234567', '71234567'],
])('%j is the telephone %s', (typed, digits) => {
  expect(parsePhone(typed)).toBe(digits)
})

test.each(['', '1234567', '12345678', '51234567', '712345678', '+502 7123-4567', '7123456a', '+503'])(
  '%j is no telephone of El Salvador',
  (typed) => {
    expect(parsePhone(typed)).toBeNull()
  },
)

test.each<[IdentityDocument, IdentityDocument | null]>([
  [
    { type: '13', number: '012345678' },
    { type: '13', number: '01234567-8' },
  ],
  [{ type: '13', number: '01234567-9' }, null],
  [
    { type: '36', number: '0614-150385-101-0' },
    { type: '36', number: '06141503851010' },
  ],
  [
    { type: '36', number: '0614-150385-101-1' },
    { type: '36', number: '06141503851011' },
  ],
  [{ type: '36', number: '0614' }, null],
  [
    { type: '03', number: ' a1234567 ' },
    { type: '03', number: 'A1234567' },
  ],
  [
    { type: '02', number: 'AB-12' },
    { type: '02', number: 'AB-12' },
  ],
  [{ type: '37', number: 'ab' }, null],
  [{ type: '37', number: 'a'.repeat(21) }, null],
  [{ type: '03', number: 'A 123' }, null],
])('%j is written %j', (typed, written) => {
  expect(parseIdentityDocument(typed)).toEqual(written)
})

test.each<[string, Partial<Customer>, object | null]>([
  [
    '251 characters',
    { name: 'a'.repeat(251) },
    { code: 'customer_name_too_long', field: 'customer.name', params: { max: 250 } },
  ],
  ['250 characters', { name: 'a'.repeat(250) }, null],
  [
    'a wrong DUI',
    { document: { type: '13', number: '01234567-9' } },
    { code: 'dui_invalid', field: 'customer.document_number' },
  ],
  [
    'a short NIT',
    { document: { type: '36', number: '1' } },
    { code: 'nit_invalid', field: 'customer.document_number' },
  ],
  [
    'a NIT whose check digit is wrong, which only warns',
    { document: { type: '36', number: '0614-150385-101-1' } },
    null,
  ],
  [
    'a short passport',
    { document: { type: '03', number: '1' } },
    { code: 'identity_document_invalid', field: 'customer.document_number' },
  ],
  ['an e-mail', { email: 'ana.ramirez+tienda@correo.com.sv' }, null],
  ['an e-mail without a name', { email: '@correo.sv' }, { code: 'email_invalid', field: 'customer.email' }],
  ['an e-mail without a domain', { email: 'ana@' }, { code: 'email_invalid', field: 'customer.email' }],
  ['an e-mail without a top domain', { email: 'ana@correo' }, { code: 'email_invalid', field: 'customer.email' }],
  ['an e-mail with a blank', { email: 'ana r@correo.sv' }, { code: 'email_invalid', field: 'customer.email' }],
  ['two e-mails', { email: 'ana@correo.sv,b@correo.sv' }, { code: 'email_invalid', field: 'customer.email' }],
  [
    'an e-mail of 101 characters',
    { email: `${'a'.repeat(91)}@correo.sv` },
    { code: 'email_invalid', field: 'customer.email' },
  ],
  ['an e-mail of 100 characters', { email: `${'a'.repeat(90)}@correo.sv` }, null],
  ['a wrong telephone', { phone: '1234' }, { code: 'phone_invalid', field: 'customer.phone' }],
  ['a telephone', { phone: '7123-4567' }, null],
])('a customer with %s', (_, changes, refusal) => {
  expect(customerRefusal({ ...NOBODY, ...changes })).toEqual(refusal)
})

test('a tidy customer has no blanks and official numbers', () => {
  const typed = {
    name: '  Ana  ',
    document: { type: '13', number: '012345678' },
    email: ' ana@correo.sv ',
    phone: '+503 7123-4567',
  } as const
  expect(tidyCustomer(typed)).toEqual({
    name: 'Ana',
    document: { type: '13', number: '01234567-8' },
    email: 'ana@correo.sv',
    phone: '71234567',
  })
})

test('what is not valid stays as it was typed, for the refusal to name', () => {
  const typed = { name: null, document: { type: '13', number: '01234567-9' }, email: 'ana@', phone: '12' } as const
  expect(tidyCustomer(typed)).toEqual(typed)
})

test('a customer of blanks is nobody', () => {
  expect(tidyCustomer({ name: ' ', document: { type: '13', number: ' ' }, email: '', phone: '  ' })).toBeNull()
})

test('identified is who has a name and a document', () => {
  expect(
    [null, NOBODY, aCustomer({ document: null }), aCustomer({ name: ' ' }), aCustomer()].map(isIdentified),
  ).toEqual([false, false, false, false, true])
})
