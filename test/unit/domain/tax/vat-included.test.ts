import { expect, test } from 'vitest'
import { vatIncluded } from '#domain/tax/vat-included.ts'

test.each([
  [1130, 130],
  [100, 12],
  [1, 0],
  [4, 0],
  [5, 1],
  [1100, 127],
  [1650, 190],
  [2_500_000, 287_611],
  [0, 0],
])('%d cents contain %d cents of VAT: amount / 1.13 × 0.13', (amount, vat) => {
  expect(vatIncluded(amount)).toBe(vat)
})
