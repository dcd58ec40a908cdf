import type { Customer } from '#domain/customer/customer.ts'

export const aCustomer = (changes: Partial<Customer> = {}): Customer => ({
  name: 'Ana Ramírez',
  document: { type: '13', number: '01234567-8' },
  email: null,
  phone: null,
  ...changes,
})

export const NOBODY: Customer = { name: null, document: null, email: null, phone: null }
