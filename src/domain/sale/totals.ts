import { type DocumentType, TRAITS } from '../document/document-type.ts'
import type { Cents } from '../money/decimal.ts'
import { vatIncluded } from '../tax/vat-included.ts'
import { type Line, lineAmounts } from './line.ts'

/** What a sale comes to. `vat` is inside `total`; the net is what is left of it. */
export type Totals = {
  readonly subtotal: Cents
  readonly discount: Cents
  readonly total: Cents
  readonly vat: Cents
}

export const totalsOf = (lines: readonly Line[], docType: DocumentType = '01'): Totals => {
  const amounts = lines.map(lineAmounts)
  const subtotal = amounts.reduce((sum, { gross }) => sum + gross, 0)
  const total = amounts.reduce((sum, { amount }) => sum + amount, 0)
  return {
    subtotal,
    discount: subtotal - total,
    total,
    vat: TRAITS[docType].vat === 'included' ? vatIncluded(total) : 0,
  }
}
