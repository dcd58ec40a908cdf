import { expect, test } from 'vitest'
import { totalsOf } from '#domain/sale/totals.ts'
import { aLine, amountOff, percent } from '../a-line.ts'

test('the total is the sum of rounded lines, the VAT is inside it and rounded once', () => {
  const lines = [
    aLine({ quantity: 2000 }),
    aLine({ unit: 'kg', quantity: 455, unitPrice: 37_500 }),
    aLine({ quantity: 3000, unitPrice: 7500, discount: percent(1000) }),
    aLine({ quantity: 12_000, unitPrice: 12_500, discount: amountOff(150) }),
  ]
  expect(totalsOf(lines)).toEqual({ subtotal: 2996, discount: 172, total: 2824, vat: 325 })
})

test('VAT is taken from the total, not summed from the lines', () => {
  expect(totalsOf(Array.from({ length: 10 }, () => aLine({ unitPrice: 400 })))).toEqual({
    subtotal: 40,
    discount: 0,
    total: 40,
    vat: 5,
  })
})

test('nothing comes to nothing', () => {
  expect(totalsOf([])).toEqual({ subtotal: 0, discount: 0, total: 0, vat: 0 })
})
