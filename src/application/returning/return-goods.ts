import type { FiscalDocument } from '#domain/document/fiscal-document.ts'
import type { Cents } from '#domain/money/decimal.ts'
import { type Refusal, refusal } from '#domain/result/refusal.ts'
import { fail, ok, type Result } from '#domain/result/result.ts'
import { giveBack, paidOf } from '#domain/sale/give-back.ts'
import type { Line, PartOf } from '#domain/sale/line.ts'
import { partOfLine } from '#domain/sale/part-of-line.ts'
import { checkParts } from '#domain/sale/parts-left.ts'
import { type CheckedSale, checkPricedSale } from '#domain/sale/sale.ts'
import type { Tender } from '#domain/sale/tender.ts'
import { totalsOf } from '#domain/sale/totals.ts'
import { estimateWithheld } from '#domain/tax/withholding.ts'
import { reach } from '#failpoint'
import type { CompletedSale } from '../ports/stores.ts'
import type { Clock, UnitOfWork } from '../ports/system.ts'
import { type SaveDependencies, saveSale } from '../selling/save-sale.ts'
import { askCancellation, cancelRefusal } from '../sending/ask-cancellation.ts'

type Dependencies = SaveDependencies & { readonly unitOfWork: UnitOfWork; readonly clock: Clock }

export type ReturnRequest = {
  readonly externalRef: string
  /** What comes back, by the positions of its lines. */
  readonly parts: readonly PartOf[]
  readonly reason: string
  readonly attemptId: string
}

export type Returned = {
  /** What the customer keeps: a sale of its own, issued once the first one is cancelled. */
  readonly rest: CompletedSale
  readonly back: readonly Tender[]
}

const backOf = (sale: CompletedSale, rest: CompletedSale): readonly Tender[] =>
  giveBack(sale.settlement, paidOf(sale.settlement) - paidOf(rest.settlement)).back

/** Who withheld when they paid withholds of what they keep too; never less than nothing goes back. */
const toGiveBack = (sale: CompletedSale, { docType, customer }: FiscalDocument, kept: readonly Line[]): Cents => {
  const paid = paidOf(sale.settlement)
  const { total } = totalsOf(kept, docType)
  const withheld =
    paid < sale.totals.total ? estimateWithheld(docType, kept, customer?.taxpayer?.contributor ?? null) : 0
  const due = total - withheld
  return paid > due ? paid - due : 0
}

/** What stays of the sale, paid with what stays of its tenders. */
const restOf = (
  sale: CompletedSale,
  document: FiscalDocument,
  parts: readonly PartOf[],
): Result<CheckedSale, Refusal> => {
  const fits = checkParts(
    parts,
    sale.lines.map(({ quantity }) => quantity),
  )
  if (!fits.ok) return fits
  const returned = new Map(parts.map(({ position, quantity }) => [position, quantity]))
  const lines = sale.lines.flatMap((line, position) => {
    const kept = line.quantity - (returned.get(position) ?? 0)
    return kept > 0 ? [partOfLine(line, position, kept, 0)] : []
  })
  if (lines.length === 0) return fail(refusal('return_is_whole', 'parts'))
  const { rest } = giveBack(sale.settlement, toGiveBack(sale, document, lines))
  const credit = sale.credit && { credit: sale.credit }
  return checkPricedSale({ docType: document.docType, lines, customer: document.customer, ...credit }, rest)
}

/** What one press made, asked for again. */
const isSameReturn = (
  rest: CompletedSale,
  { externalRef, parts }: ReturnRequest,
  stores: Dependencies['stores'],
): boolean => {
  const sold = stores.sales.find(externalRef)?.lines ?? []
  const kept = sold.map(({ quantity }, position) =>
    parts.reduce((left, part) => (part.position === position ? left - part.quantity : left), quantity),
  )
  return (
    stores.documents.find(rest.externalRef)?.origin?.externalRef === externalRef &&
    rest.lines.every(({ partOf }) => partOf && kept[partOf.position] === partOf.quantity)
  )
}

/**
 * Part of an invoice comes back. The API knows no partial cancellation (Ocote API contract, §6), so the whole is cancelled and what is kept is
 * issued anew: both halves in one transaction, the second waiting in the outbox for the first. Whatever happens between them, each is still due;
 * should the first be refused, the second is withdrawn.
 */
export const returnGoods =
  ({ stores, unitOfWork, clock, requests, counter, stopped }: Dependencies) =>
  (request: ReturnRequest): Result<Returned, Refusal> => {
    const reason = request.reason.trim()
    if (reason === '') return fail(refusal('reason_missing', 'reason'))
    const returned = unitOfWork.run((): Result<Returned, Refusal> => {
      const { externalRef } = request
      const [sale, document] = [stores.sales.find(externalRef), stores.documents.find(externalRef)]
      if (!sale || !document) return fail(refusal('document_unknown', 'external_ref'))
      const known = stores.sales.findByAttempt(request.attemptId)
      if (known)
        return isSameReturn(known, request, stores)
          ? ok({ rest: known, back: backOf(sale, known) })
          : fail(refusal('attempt_reused', 'attempt_id'))
      const stop = stopped?.() ?? null
      if (stop) return fail(stop)
      if (document.docType !== '01') return fail(refusal('document_not_returnable', 'external_ref'))
      const now = clock.now()
      const refused = cancelRefusal(stores, document, now)
      if (refused) return fail(refused)
      const checked = restOf(sale, document, request.parts)
      if (!checked.ok) return checked
      const rest = saveSale({ stores, requests, counter }, checked.value, {
        attemptId: request.attemptId,
        now,
        origin: { relation: 'replaces', externalRef },
      })
      askCancellation(
        stores,
        document,
        {
          act: 'return_asked',
          reason,
          facts: { rest: rest.externalRef, back_cents: paidOf(sale.settlement) - paidOf(rest.settlement) },
        },
        now,
      )
      reach('cancel_before_commit')
      return ok({ rest, back: backOf(sale, rest) })
    })
    reach('cancel_after_commit')
    return returned
  }
