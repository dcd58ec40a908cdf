import type { CounterType } from '../document/document-type.ts'
import type { Cents } from '../money/decimal.ts'
import { estimateWithheld } from '../tax/withholding.ts'
import type { Line } from './line.ts'
import { type OpenSale, pricedLines } from './sale.ts'
import { type Totals, totalsOf } from './totals.ts'

/** What an open sale comes to, as its document will have it. */
export type Sums = {
  readonly docType: CounterType
  readonly lines: readonly Line[]
  readonly totals: Totals
  /** The total without the VAT that is in it. */
  readonly net: Cents
  /** What is expected to be kept back from the total; the API has the last word. */
  readonly withheld: Cents
  /** What changes hands: the total without what is kept back. */
  readonly due: Cents
}

export const sumsOf = (sale: OpenSale): Sums => {
  const { docType = '01', customer } = sale
  const lines = pricedLines(sale)
  const totals = totalsOf(lines, docType)
  const withheld = estimateWithheld(docType, lines, customer?.taxpayer?.contributor ?? null)
  return { docType, lines, totals, net: totals.total - totals.vat, withheld, due: totals.total - withheld }
}
