import { expect, test } from 'vitest'
import type { Customer } from '#domain/customer/customer.ts'
import { type Line, NO_DISCOUNT } from '#domain/sale/line.ts'
import { sumsOf } from '#domain/sale/sums.ts'

const chair: Line = {
  code: '1',
  description: 'Silla',
  unit: 'unit',
  quantity: 10_000,
  unitPrice: 113_000,
  discount: NO_DISCOUNT,
}
const large: Customer = {
  name: 'Distribuidora Ejemplo',
  document: null,
  email: null,
  phone: null,
  taxpayer: { nit: '06141503851010', nrc: '1234567', contributor: 3 },
}

test('a crédito fiscal to a large taxpayer: net, VAT, and 1 % of the net kept back from what is due', () => {
  expect(sumsOf({ lines: [chair], customer: large, docType: '03' })).toEqual({
    docType: '03',
    lines: [chair],
    totals: { subtotal: 11_300, discount: 0, total: 11_300, vat: 1_300 },
    net: 10_000,
    withheld: 100,
    due: 11_200,
  })
})

test('an export is due at prices without VAT, to the cent', () => {
  expect(sumsOf({ lines: [chair], customer: null, docType: '11' })).toMatchObject({
    lines: [{ unitPrice: 100_000 }],
    totals: { total: 10_000, vat: 0 },
    withheld: 0,
    due: 10_000,
  })
})

test('of a purchase 10 % of the services is kept back, and nothing of the goods', () => {
  const service: Line = { ...chair, isService: true }
  expect(sumsOf({ lines: [chair, service], customer: large, docType: '14' })).toMatchObject({
    totals: { total: 22_600, vat: 0 },
    net: 22_600,
    withheld: 1_130,
    due: 21_470,
  })
})
