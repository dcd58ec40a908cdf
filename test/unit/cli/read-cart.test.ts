import { expect, test } from 'vitest'
import { readCart, readCustomer } from '#cli/read-cart.ts'
import type { Product } from '#domain/product/product.ts'

const COFFEE: Product = {
  code: '42',
  name: 'Café molido',
  category: 'Abarrotes',
  unit: 'unit',
  unitPrice: 55_000,
  tile: 0,
}
const read = (cart: unknown) => readCart(cart, (code) => (code === COFFEE.code ? COFFEE : null))
const aFreeLine = (changes: Record<string, unknown> = {}) => ({
  description: 'Queso',
  quantity: 1,
  unit_price: 3.75,
  ...changes,
})
const aCart = (changes: Record<string, unknown> = {}) => ({
  lines: [aFreeLine()],
  tenders: [{ method: '01', amount: 5 }],
  ...changes,
})
const withLine = (changes: Record<string, unknown>) => aCart({ lines: [aFreeLine(), aFreeLine(changes)] })

test('free lines and lines by code, discounts, tenders and customer', () => {
  expect(
    read({
      lines: [
        { code: '42', quantity: '2', discount_percentage: 12.5 },
        aFreeLine({ quantity: 0.455, unit_price: '3.7501', unit: 'kg' }),
        aFreeLine({ discount_amount: 0.1 }),
      ],
      tenders: [
        { method: '02', amount: 10 },
        { method: '01', amount: '1.15' },
      ],
      customer: { name: 'Ana', document_type: '36', document_number: '0614-150385-101-0', email: 'ana@correo.sv' },
    }),
  ).toEqual({
    ok: true,
    value: {
      sale: {
        lines: [
          {
            code: '42',
            description: 'Café molido',
            unit: 'unit',
            quantity: 2000,
            unitPrice: 55_000,
            discount: { kind: 'percent', hundredths: 1250 },
          },
          {
            code: null,
            description: 'Queso',
            unit: 'kg',
            quantity: 455,
            unitPrice: 37_501,
            discount: { kind: 'none' },
          },
          {
            code: null,
            description: 'Queso',
            unit: 'unit',
            quantity: 1000,
            unitPrice: 37_500,
            discount: { kind: 'amount', cents: 10 },
          },
        ],
        customer: {
          name: 'Ana',
          document: { type: '36', number: '0614-150385-101-0' },
          email: 'ana@correo.sv',
          phone: null,
        },
      },
      tenders: [
        { method: '02', amount: 1000 },
        { method: '01', amount: 115 },
      ],
    },
  })
})

test('a document number without a type is a DUI; without a customer there is none', () => {
  expect([readCustomer({ document_number: '01234567-8' }), readCustomer(null), readCustomer(undefined)]).toEqual([
    { ok: true, value: { name: null, document: { type: '13', number: '01234567-8' }, email: null, phone: null } },
    { ok: true, value: null },
    { ok: true, value: null },
  ])
})

test.each<[string, unknown, string]>([
  ['a quantity of four decimals', withLine({ quantity: 0.0001 }), 'lines.1.quantity'],
  ['a quantity that floating point spoilt', withLine({ quantity: 0.1 + 0.2 }), 'lines.1.quantity'],
  ['a quantity of 1e-7', withLine({ quantity: 1e-7 }), 'lines.1.quantity'],
  ['a quantity of 1e21', withLine({ quantity: 1e21 }), 'lines.1.quantity'],
  ['a quantity in words', withLine({ quantity: 'dos' }), 'lines.1.quantity'],
  ['no quantity', withLine({ quantity: undefined }), 'lines.1.quantity'],
  ['a price of five decimals', withLine({ unit_price: 1.00001 }), 'lines.1.unit_price'],
  ['no price', withLine({ unit_price: undefined }), 'lines.1.unit_price'],
  ['a description that is a number', withLine({ description: 5 }), 'lines.1.description'],
  ['a unit that is not sold', withLine({ unit: 'lb' }), 'lines.1.unit'],
  ['a percentage of three decimals', withLine({ discount_percentage: 0.125 }), 'lines.1.discount_percentage'],
  ['a discount of half a cent', withLine({ discount_amount: 0.005 }), 'lines.1.discount_amount'],
  ['a coded line of a wrong quantity', aCart({ lines: [{ code: '42', quantity: 'x' }] }), 'lines.0.quantity'],
  ['a method that is no more', aCart({ tenders: [{ method: '06', amount: 1 }] }), 'tenders.0.method'],
  ['a tender of half a cent', aCart({ tenders: [{ method: '01', amount: 0.005 }] }), 'tenders.0.amount'],
  [
    'an unknown document type',
    aCart({ customer: { document_type: '14', document_number: '1' } }),
    'customer.document_type',
  ],
  ['no tenders', aCart({ tenders: undefined }), 'tenders'],
  ['lines that are no list', aCart({ lines: {} }), 'lines'],
])('%s: the field is named', (_, cart, field) => {
  expect(read(cart)).toEqual({
    ok: false,
    error: { code: 'cart_invalid', field, params: { detail: expect.any(String) } },
  })
})

test.each<[string, unknown, RegExp]>([
  ['the cart', aCart({ total: 5 }), /total/],
  ['a line', withLine({ price: 5 }), /price/],
  ['a customer', aCart({ customer: { nit: '1' } }), /nit/],
])('a field of %s that is not known is said, not ignored', (_, cart, detail) => {
  expect(read(cart)).toMatchObject({
    ok: false,
    error: { code: 'cart_invalid', params: { detail: expect.stringMatching(detail) } },
  })
})

test.each<[string, unknown]>([
  ['null', null],
  ['text', 'cart'],
  ['a list', []],
])('%s is no cart', (_, cart) => {
  expect(read(cart)).toMatchObject({ ok: false, error: { code: 'cart_invalid', field: 'cart' } })
})

test('a product that is not known, and two discounts on one line', () => {
  expect([
    read(aCart({ lines: [aFreeLine(), { code: '43', quantity: 1 }] })),
    read(aCart({ lines: [aFreeLine({ discount_amount: 0.5, discount_percentage: 10 })] })),
  ]).toEqual([
    { ok: false, error: { code: 'product_unknown', field: 'lines.1.code', params: { code: '43' } } },
    { ok: false, error: { code: 'two_discounts', field: 'lines.0.discount_amount' } },
  ])
})
