import { TRAITS } from '#domain/document/document-type.ts'
import type { Cents } from '#domain/money/decimal.ts'
import { type Refusal, refusal } from '#domain/result/refusal.ts'
import { fail, type Result } from '#domain/result/result.ts'
import type { Sums } from '#domain/sale/sums.ts'
import { type Settlement, settleTenders, type Tender } from '#domain/sale/tender.ts'

/** Whether the tenders pay what is due. What leaves the drawer leaves it to the cent: nobody gives change on a purchase. */
export const settlePayment = (
  { docType, totals, withheld, due }: Sums,
  tenders: readonly Tender[],
): Result<Settlement, Refusal> => {
  const settled = settleTenders(totals.total, tenders, withheld)
  const isPaidOut = TRAITS[docType].flow === 'out'
  const paid = tenders.reduce<Cents>((sum, { amount }) => sum + amount, 0)
  return isPaidOut && settled.ok && paid !== due
    ? fail(refusal('payout_not_exact', 'tenders', { due_cents: due }))
    : settled
}
