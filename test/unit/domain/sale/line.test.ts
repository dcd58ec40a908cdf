import { expect, test } from 'vitest'
import { isWholeCents, type Line, lineAmounts, lineRefusal, MAX_QUANTITY, MAX_UNIT_PRICE } from '#domain/sale/line.ts'
import { aLine, amountOff, percent } from '../a-line.ts'

test.each<[string, Partial<Line>, { gross: number; discount: number; amount: number }]>([
  ['two bags at 5.50', { quantity: 2000 }, { gross: 1100, discount: 0, amount: 1100 }],
  ['0.455 kg at 3.75, 1.70625', { quantity: 455, unitPrice: 37_500 }, { gross: 171, discount: 0, amount: 171 }],
  ['half a cent goes up', { quantity: 500, unitPrice: 100 }, { gross: 1, discount: 0, amount: 1 }],
  ['a hair below half goes down', { quantity: 499, unitPrice: 100 }, { gross: 0, discount: 0, amount: 0 }],
  ['three at 0.3333, 0.9999', { quantity: 3000, unitPrice: 3333 }, { gross: 100, discount: 0, amount: 100 }],
  [
    'a percentage of the exact product, rounded once: 10.05 × 0.5 = 5.025',
    { unitPrice: 100_500, discount: percent(5000) },
    { gross: 1005, discount: 502, amount: 503 },
  ],
  [
    'not twice: 0.145 rounds to 0.15, half of it is 0.0725 and not 0.08',
    { unitPrice: 1450, discount: percent(5000) },
    { gross: 15, discount: 8, amount: 7 },
  ],
  ['12.5 % off 2.00', { unitPrice: 20_000, discount: percent(1250) }, { gross: 200, discount: 25, amount: 175 }],
  ['1.50 off', { discount: amountOff(150) }, { gross: 550, discount: 150, amount: 400 }],
  ['nothing off, in percent', { discount: percent(0) }, { gross: 550, discount: 0, amount: 550 }],
  [
    'the largest line',
    { quantity: MAX_QUANTITY, unitPrice: MAX_UNIT_PRICE },
    { gross: 999_999_989_000, discount: 0, amount: 999_999_989_000 },
  ],
])('%s', (_, changes, amounts) => {
  expect(lineAmounts(aLine(changes))).toEqual(amounts)
})

test.each<[Partial<Line>, boolean]>([
  [{ quantity: 2000 }, true],
  [{ quantity: 500, unitPrice: 100 }, false],
  [{ quantity: 3000, unitPrice: 3333 }, false],
  [{ quantity: 10_000_000, unitPrice: 3333 }, true],
  [{ unitPrice: 100_500, discount: percent(5000) }, false],
  [{ unitPrice: 20_000, discount: percent(1250) }, true],
])('%j comes to whole cents: %s', (changes, whole) => {
  expect(isWholeCents(aLine(changes))).toBe(whole)
})

const AT = 'lines.3'

test.each<[string, Partial<Line>, ReturnType<typeof lineRefusal>]>([
  ['no description', { description: '  ' }, { code: 'description_missing', field: `${AT}.description` }],
  [
    '1,001 characters',
    { description: 'a'.repeat(1001) },
    { code: 'description_too_long', field: `${AT}.description`, params: { max: 1000 } },
  ],
  ['quantity 0', { quantity: 0 }, { code: 'quantity_zero', field: `${AT}.quantity` }],
  ['quantity below 0', { quantity: -1000 }, { code: 'quantity_zero', field: `${AT}.quantity` }],
  [
    'a bar code for a quantity',
    { quantity: MAX_QUANTITY + 1 },
    { code: 'quantity_too_large', field: `${AT}.quantity` },
  ],
  ['price 0', { unitPrice: 0 }, { code: 'price_zero', field: `${AT}.unit_price` }],
  ['a price below 0', { unitPrice: -1 }, { code: 'price_zero', field: `${AT}.unit_price` }],
  ['a bar code for a price', { unitPrice: MAX_UNIT_PRICE + 1 }, { code: 'price_too_large', field: `${AT}.unit_price` }],
  ['99.01 % off', { discount: percent(9901) }, { code: 'discount_out_of_range', field: `${AT}.discount` }],
  ['less than 0 % off', { discount: percent(-1) }, { code: 'discount_out_of_range', field: `${AT}.discount` }],
  ['less than 0.00 off', { discount: amountOff(-1) }, { code: 'discount_out_of_range', field: `${AT}.discount` }],
  ['5.51 off 5.50', { discount: amountOff(551) }, { code: 'discount_exceeds_line', field: `${AT}.discount` }],
  ['5.50 off 5.50', { discount: amountOff(550) }, { code: 'line_amount_zero', field: AT }],
  ['what rounds to 0.00', { quantity: 1, unitPrice: 1 }, { code: 'line_amount_zero', field: AT }],
  ['99 % off 0.01', { unitPrice: 100, discount: percent(9900) }, { code: 'line_amount_zero', field: AT }],
  ['what is in order', {}, null],
  ['1,000 characters', { description: 'a'.repeat(1000) }, null],
  ['the largest quantity', { quantity: MAX_QUANTITY }, null],
  ['the largest price', { unitPrice: MAX_UNIT_PRICE }, null],
  ['99 % off', { discount: percent(9900) }, null],
  ['5.49 off 5.50', { discount: amountOff(549) }, null],
])('a line with %s', (_, changes, refusal) => {
  expect(lineRefusal(aLine(changes), AT)).toEqual(refusal)
})
