import type { FiscalDocument } from '#domain/document/fiscal-document.ts'
import { isStandingNote } from '#domain/document/standing-note.ts'
import type { Thousandths } from '#domain/money/decimal.ts'
import { type Refusal, refusal } from '#domain/result/refusal.ts'
import { fail, ok, type Result } from '#domain/result/result.ts'
import { type Line, lineAmounts, type PartOf } from '#domain/sale/line.ts'
import { partOfLine } from '#domain/sale/part-of-line.ts'
import { checkParts, creditedAmounts, partsLeft } from '#domain/sale/parts-left.ts'
import { type CheckedSale, checkPricedSale } from '#domain/sale/sale.ts'
import type { PaymentMethod } from '#domain/sale/tender.ts'
import { totalsOf } from '#domain/sale/totals.ts'
import { withheldShare } from '#domain/tax/withheld-share.ts'
import { reach } from '#failpoint'
import type { CompletedSale, Stores } from '../ports/stores.ts'
import type { Clock, UnitOfWork } from '../ports/system.ts'
import { type SaveDependencies, saveSale } from '../selling/save-sale.ts'

type Dependencies = SaveDependencies & { readonly unitOfWork: UnitOfWork; readonly clock: Clock }

export type CreditRequest = {
  readonly externalRef: string
  /** Which of its lines, by their position, and how much of each; null takes back all that is left. */
  readonly parts: readonly PartOf[] | null
  readonly reason: string
  /** How the money goes back. */
  readonly method: PaymentMethod
  readonly attemptId: string
}

const liveNotes = ({ documents }: Pick<Stores, 'documents'>, externalRef: string): readonly FiscalDocument[] =>
  documents.about(externalRef).filter(({ origin, state }) => isStandingNote(origin?.relation, state))

/** What earlier notes took of a CCF: their lines. */
export const creditedLines = (stores: Pick<Stores, 'documents' | 'sales'>, externalRef: string): readonly Line[] =>
  liveNotes(stores, externalRef).flatMap((note) => stores.sales.find(note.externalRef)?.lines ?? [])

/** These parts as the note has them. Where nobody chose them, what comes to nothing is left out: no note can have it. */
const linesOf = (
  { lines }: CompletedSale,
  credited: readonly Line[],
  left: readonly Thousandths[],
  chosen: readonly PartOf[] | null,
): Result<readonly Line[], Refusal> => {
  const taken = chosen ?? left.flatMap((quantity, position) => (quantity > 0 ? [{ position, quantity }] : []))
  const fits = checkParts(taken, left)
  if (!fits.ok) return fits
  const given = creditedAmounts(lines, credited)
  const parts = taken.flatMap(({ position, quantity }) => {
    const line = lines[position]
    if (!line) return []
    return [partOfLine(line, position, quantity, line.quantity - (left[position] ?? 0), given[position])]
  })
  const worth = chosen ? parts : parts.filter((part) => lineAmounts(part).amount > 0)
  return worth.length > 0 ? ok(worth) : fail(refusal('parts_missing', 'parts'))
}

const draft = (
  stores: Pick<Stores, 'documents' | 'sales'>,
  sale: CompletedSale,
  document: FiscalDocument,
  { parts, method }: CreditRequest,
): Result<{ readonly note: CheckedSale; readonly isWhole: boolean }, Refusal> => {
  const notes = liveNotes(stores, document.externalRef)
  const credited = creditedLines(stores, document.externalRef)
  const lines = linesOf(sale, credited, partsLeft(sale.lines, credited), parts)
  if (!lines.ok) return lines
  const { total } = totalsOf(lines.value, '05')
  if (totalsOf(credited, '05').total + total > document.total) return fail(refusal('note_exceeds_document', 'parts'))
  const withheld = withheldShare({
    of: { total: document.total, withheld: document.facts?.amounts.withheld ?? document.withheld },
    notes,
    total,
  })
  const checked = checkPricedSale(
    { docType: '05', lines: lines.value, customer: document.customer },
    [{ method, amount: total - withheld }],
    { withheld },
  )
  if (!checked.ok) return checked
  return ok({ note: checked.value, isWhole: credited.length === 0 && total === document.total })
}

/** What one press made, asked for again: of the same document, and of the same parts where any were chosen. */
const isSameNote = (
  note: CompletedSale,
  { externalRef, parts }: CreditRequest,
  stores: Dependencies['stores'],
): boolean =>
  stores.documents.find(note.externalRef)?.origin?.externalRef === externalRef &&
  (parts ?? []).every(({ position, quantity }) =>
    note.lines.some(({ partOf }) => partOf?.position === position && partOf.quantity === quantity),
  )

/**
 * A credit note over a stamped CCF, whole or in part, never more than was sold less what earlier notes took: saved and due to the tax authority
 * like a sale, under a ref of its own. The same `attemptId` again answers with the note that it made the first time.
 */
export const creditSale =
  ({ stores, unitOfWork, clock, requests, counter, stopped }: Dependencies) =>
  (request: CreditRequest): Result<CompletedSale, Refusal> => {
    const reason = request.reason.trim()
    if (reason === '') return fail(refusal('reason_missing', 'reason'))
    const credited = unitOfWork.run((): Result<CompletedSale, Refusal> => {
      const { externalRef } = request
      const known = stores.sales.findByAttempt(request.attemptId)
      if (known) return isSameNote(known, request, stores) ? ok(known) : fail(refusal('attempt_reused', 'attempt_id'))
      const stop = stopped?.() ?? null
      if (stop) return fail(stop)
      const [sale, document] = [stores.sales.find(externalRef), stores.documents.find(externalRef)]
      if (!sale || !document) return fail(refusal('document_unknown', 'external_ref'))
      if (document.docType !== '03') return fail(refusal('document_not_creditable', 'external_ref'))
      if (document.state !== 'stamped') return fail(refusal('document_not_stamped', 'external_ref'))
      const drafted = draft(stores, sale, document, request)
      if (!drafted.ok) return drafted
      const now = clock.now()
      const note = saveSale({ stores, requests, counter }, drafted.value.note, {
        attemptId: request.attemptId,
        now,
        origin: { relation: 'credits', externalRef },
        isWhole: drafted.value.isWhole,
      })
      stores.journal.append({
        kind: 'act',
        at: now,
        act: 'credited',
        externalRef,
        reason,
        facts: { note: note.externalRef, total_cents: note.totals.total },
      })
      reach('sale_before_commit')
      return ok(note)
    })
    reach('sale_after_commit')
    return credited
  }
