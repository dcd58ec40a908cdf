import type { Cents } from '../money/decimal.ts'
import { type Refusal, refusal } from '../result/refusal.ts'
import { fail, ok, type Result } from '../result/result.ts'

/** CAT-017 without 06, 07 and 10, which are no longer in the list. */
export const PAYMENT_METHODS = ['01', '02', '03', '04', '05', '08', '09', '11', '12', '13', '14', '99'] as const
export type PaymentMethod = (typeof PAYMENT_METHODS)[number]

export const CASH: PaymentMethod = '01'

export type Tender = { readonly method: PaymentMethod; readonly amount: Cents }

export type Settlement = {
  readonly tenders: readonly Tender[]
  readonly change: Cents
  /** The one code that the document carries: that of the largest part, change taken off the cash. */
  readonly method: PaymentMethod
}

export type TenderRefusal = Refusal<'tender_missing' | 'tender_not_positive' | 'tender_short' | 'tender_exceeds_total'>

const largestPart = (tenders: readonly Tender[], change: Cents): PaymentMethod => {
  const parts = new Map<PaymentMethod, Cents>()
  for (const { method, amount } of tenders) parts.set(method, (parts.get(method) ?? 0) + amount)
  parts.set(CASH, (parts.get(CASH) ?? 0) - change)
  return [...parts].reduce((largest, part) => (part[1] > largest[1] ? part : largest))[0]
}

/**
 * Whether the tenders pay `total` (> 0), of which `withheld` is not due: only cash may exceed what is due, and what exceeds it is the change.
 * Who pays the whole by card or transfer gets back what is withheld once that is certain.
 */
export const settleTenders = (
  total: Cents,
  tenders: readonly Tender[],
  withheld: Cents = 0,
): Result<Settlement, TenderRefusal> => {
  if (tenders.length === 0) return fail(refusal('tender_missing', 'tenders'))
  const bad = tenders.findIndex(({ amount }) => amount <= 0)
  if (bad >= 0) return fail(refusal('tender_not_positive', `tenders.${bad}.amount`))
  const paid = tenders.reduce((sum, { amount }) => sum + amount, 0)
  const due = total - withheld
  if (paid < due) return fail(refusal('tender_short', 'tenders', { missing_cents: due - paid }))
  const cash = tenders.reduce((sum, { method, amount }) => (method === CASH ? sum + amount : sum), 0)
  const withoutCash = paid - cash
  const change = paid - (withoutCash > due && withoutCash <= total ? withoutCash : due)
  if (change > 0 && change >= cash) return fail(refusal('tender_exceeds_total', 'tenders', { excess_cents: change }))
  return ok({ tenders, change, method: largestPart(tenders, change) })
}
