import type { DocumentDetailView } from '#contract/documents.ts'
import { type Cents, parseDecimal, type Thousandths } from '#domain/money/decimal.ts'
import { giveBack, paidOf } from '#domain/sale/give-back.ts'
import type { PartOf } from '#domain/sale/line.ts'
import { partOfLine } from '#domain/sale/part-of-line.ts'
import { checkParts, type PartsRefusal } from '#domain/sale/parts-left.ts'
import type { Tender } from '#domain/sale/tender.ts'
import { type Totals, totalsOf } from '#domain/sale/totals.ts'
import { withheldShare } from '#domain/tax/withheld-share.ts'
import { standingNotes } from './standing-notes.ts'

type Sold = Pick<
  DocumentDetailView,
  'docType' | 'lines' | 'left' | 'credited' | 'total' | 'withheld' | 'reportedWithheld' | 'about' | 'tenders' | 'change'
>

/** What may come back of each line: what no note took of a CCF, the whole of an invoice. */
export const availableOf = ({ docType, lines, left }: Sold): readonly Thousandths[] =>
  docType === '03' ? left : lines.map(({ quantity }) => quantity)

/** What a field says, in thousandths: nothing typed is none; null where it is no quantity. */
export const readQuantity = (typed: string): Thousandths | null =>
  typed.trim() === '' ? 0 : parseDecimal(typed.replaceAll(',', '.').trim(), 3)

/** The lines of which something comes back; `quantities` by position. */
export const partsOf = (quantities: readonly Thousandths[]): readonly PartOf[] =>
  quantities.flatMap((quantity, position) => (quantity > 0 ? [{ position, quantity }] : []))

export const partsRefusal = (sold: Sold, quantities: readonly Thousandths[]): PartsRefusal | null => {
  const checked = checkParts(partsOf(quantities), availableOf(sold))
  return checked.ok ? null : checked.error
}

export type NoteDraft = { readonly totals: Totals; readonly back: Cents }

/** What a credit note over these parts comes to, as it will be saved; `back`: what was paid of it. */
export const noteDraft = (sold: Sold, quantities: readonly Thousandths[]): NoteDraft => {
  const lines = partsOf(quantities).flatMap(({ position, quantity }) => {
    const line = sold.lines[position]
    const before = sold.left[position] ?? 0
    return line ? [partOfLine(line, position, quantity, line.quantity - before, sold.credited[position])] : []
  })
  const totals = totalsOf(lines, '05')
  const of = { total: sold.total, withheld: sold.reportedWithheld ?? sold.withheld }
  return { totals, back: totals.total - withheldShare({ of, notes: standingNotes(sold), total: totals.total }) }
}

export type ReturnDraft = { readonly rest: Totals; readonly back: readonly Tender[] }

/** What stays sold of an invoice once these parts came back, and what goes back to the customer, each part the way that it came. */
export const returnDraft = (sold: Sold, quantities: readonly Thousandths[]): ReturnDraft => {
  const rest = totalsOf(
    sold.lines.flatMap((line, position) => {
      const kept = line.quantity - (quantities[position] ?? 0)
      return kept > 0 ? [partOfLine(line, position, kept, 0)] : []
    }),
    sold.docType,
  )
  return { rest, back: giveBack(sold, Math.max(0, paidOf(sold) - rest.total)).back }
}
