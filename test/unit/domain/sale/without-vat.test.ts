import { expect, test } from 'vitest'
import { withoutVat } from '#domain/sale/without-vat.ts'
import { aLine, amountOff, percent } from '../a-line.ts'

test.each([
  ['11.30 is 10.00', 113_000, 100_000],
  ['5.50 is 4.87', 55_000, 48_700],
  ['half a cent goes up: 1.695 net is 1.50', 16_950, 15_000],
  ['a price below a cent stays a cent', 1, 100],
])('a price of the shelf: %s', (_, unitPrice, net) => {
  expect(withoutVat(aLine({ unitPrice }))).toEqual(aLine({ unitPrice: net }))
})

test('cents taken off lose their VAT too; a percentage is the same of either', () => {
  expect([
    withoutVat(aLine({ unitPrice: 113_000, discount: amountOff(113) })),
    withoutVat(aLine({ unitPrice: 113_000, discount: percent(1_000) })),
  ]).toEqual([
    aLine({ unitPrice: 100_000, discount: amountOff(100) }),
    aLine({ unitPrice: 100_000, discount: percent(1_000) }),
  ])
})
