import { expect, test } from 'vitest'
import { amountInWords } from '#simulator/money/amount-in-words.ts'
import { decimalOf, plainText } from '#simulator/money/exact-decimal.ts'
import { aCompany, aSale, aSimulator } from './a-simulator.ts'

const amountsOf = async (changes: Record<string, unknown>) => {
  const { issues } = await aSimulator()
  const { body } = await issues(aSale(changes))
  const { amount_gross, amount_taxable, amount_vat, amount_withheld, amount_due } = body
  return { amount_gross, amount_taxable, amount_vat, amount_withheld, amount_due }
}

const lines = (...rows: readonly (readonly [quantity: number, unitPrice: number, discount?: number])[]) =>
  rows.map(([quantity, unit_price, discount_percentage = 0]) => ({
    description: 'Artículo',
    quantity,
    unit_price,
    discount_percentage,
  }))

test('a factura contains its VAT', async () => {
  expect(await amountsOf({ lines: lines([2, 5.5]) })).toEqual({
    amount_gross: 11,
    amount_taxable: 9.73,
    amount_vat: 1.27,
    amount_withheld: 0,
    amount_due: 11,
  })
})

test('totals are rounded from the unrounded items: two of 0.335 are 0.67, not 0.68', async () => {
  expect(await amountsOf({ lines: lines([1, 0.335], [1, 0.335]) })).toMatchObject({
    amount_gross: 0.67,
    amount_vat: 0.08,
  })
})

test('half a cent goes up, where binary fractions would go down: 1.005 is 1.01', async () => {
  expect(await amountsOf({ lines: lines([1, 1.005]) })).toMatchObject({ amount_gross: 1.01 })
})

test('a discount is a percentage of the line', async () => {
  expect(await amountsOf({ lines: lines([3, 9.99, 12.5]) })).toMatchObject({ amount_gross: 26.22 })
})

test('an item has 8 decimals: what is beyond is rounded before it is summed', async () => {
  // 0.00049999 × 9.99999999 is 0.0049998999…; 0.0005 × 9.9999999999 is 0.00499999999995, an item of 0.00500000.
  expect(await amountsOf({ lines: lines([1, 1], [0.00049999, 9.99999999]) })).toMatchObject({ amount_gross: 1 })
  expect(await amountsOf({ lines: lines([1, 1], [0.0005, 9.9999999999]) })).toMatchObject({ amount_gross: 1.01 })
})

test('a CCF breaks the VAT out, and withholds 1 % of a base from 100.00 on for large buyers', async () => {
  const withheldFrom = (type_contributor: number, price: number) =>
    amountsOf({ doc_type: '03', customer: aCompany({ type_contributor }), lines: lines([1, price]) })
  expect(await withheldFrom(3, 113)).toEqual({
    amount_gross: 113,
    amount_taxable: 100,
    amount_vat: 13,
    amount_withheld: 1,
    amount_due: 112,
  })
  expect(await withheldFrom(4, 226)).toMatchObject({ amount_withheld: 2, amount_due: 224 })
  expect(await withheldFrom(3, 112.99)).toMatchObject({ amount_taxable: 99.99, amount_withheld: 0, amount_due: 112.99 })
  expect(await withheldFrom(2, 113)).toMatchObject({ amount_withheld: 0, amount_due: 113 })
})

test('an export has no VAT', async () => {
  expect(await amountsOf({ doc_type: '11', lines: lines([1, 113]) })).toEqual({
    amount_gross: 113,
    amount_taxable: 113,
    amount_vat: 0,
    amount_withheld: 0,
    amount_due: 113,
  })
})

test.each([
  [0.1, '0.1'],
  [1e-7, '0.0000001'],
  [1.5e21, '1500000000000000000000'],
  [100, '100'],
])('a JSON number is read as it was written: %d', (value, text) => {
  expect(plainText(decimalOf(value))).toBe(text)
})

test.each([
  [0n, 'CERO 00/100 DÓLARES'],
  [1100n, 'ONCE 00/100 DÓLARES'],
  [10005n, 'CIEN 05/100 DÓLARES'],
  [2_150n, 'VEINTIÚN 50/100 DÓLARES'],
  [77_799n, 'SETECIENTOS SETENTA Y SIETE 99/100 DÓLARES'],
  [100_100n, 'MIL UN 00/100 DÓLARES'],
  [123_456_789n, 'UN MILLÓN DOSCIENTOS TREINTA Y CUATRO MIL QUINIENTOS SESENTA Y SIETE 89/100 DÓLARES'],
  [200_000_000_000n, 'DOS MIL MILLONES 00/100 DÓLARES'],
])('%d cents in words', (cents, words) => {
  expect(amountInWords(cents)).toBe(words)
})
