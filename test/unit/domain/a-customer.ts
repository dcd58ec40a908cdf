import type { Customer } from '#domain/customer/customer.ts'
import type { Contributor } from '#domain/customer/taxpayer.ts'

export const aCustomer = (changes: Partial<Customer> = {}): Customer => ({
  name: 'Ana Ramírez',
  document: { type: '13', number: '01234567-8' },
  email: null,
  phone: null,
  ...changes,
})

export const NOBODY: Customer = { name: null, document: null, email: null, phone: null }

/** A large taxpayer, who withholds 1 % of the net from 100.00 on, or one of another size. */
export const aTaxpayer = (contributor: Contributor = 3): Customer => ({
  ...NOBODY,
  name: 'Ferretería Ñandú, S.A. de C.V.',
  taxpayer: { nit: '06141503851010', nrc: '123456', contributor },
})
