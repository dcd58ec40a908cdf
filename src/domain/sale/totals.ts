import type { Cents } from '../money/decimal.ts'
import { vatIncluded } from '../tax/vat-included.ts'
import { type Line, lineAmounts } from './line.ts'

/** What a sale comes to. `vat` is inside `total`. */
export type Totals = {
  readonly subtotal: Cents
  readonly discount: Cents
  readonly total: Cents
  readonly vat: Cents
}

export const totalsOf = (lines: readonly Line[]): Totals => {
  const amounts = lines.map(lineAmounts)
  const subtotal = amounts.reduce((sum, { gross }) => sum + gross, 0)
  const total = amounts.reduce((sum, { amount }) => sum + amount, 0)
  return { subtotal, discount: subtotal - total, total, vat: vatIncluded(total) }
}
