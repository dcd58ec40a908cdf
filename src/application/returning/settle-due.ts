import { type Refusal, refusal } from '#domain/result/refusal.ts'
import { fail, ok, type Result } from '#domain/result/result.ts'
import { dueDifference } from '#domain/sale/due-difference.ts'
import type { DueSettlement, Stores } from '../ports/stores.ts'
import type { Clock, UnitOfWork } from '../ports/system.ts'

type Dependencies = {
  readonly stores: Pick<Stores, 'sales' | 'documents' | 'journal'>
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
}

/** What was paid too much or too little is handed over now, or stays as a credit in somebody's favour: noted once, for good. */
export const settleDue =
  ({ stores, unitOfWork, clock }: Dependencies) =>
  (externalRef: string, how: DueSettlement['how']): Result<DueSettlement, Refusal> =>
    unitOfWork.run((): Result<DueSettlement, Refusal> => {
      const [sale, document] = [stores.sales.find(externalRef), stores.documents.find(externalRef)]
      if (!sale || !document) return fail(refusal('document_unknown', 'external_ref'))
      const known = stores.documents.dueSettlement(externalRef)
      if (known) return ok(known)
      const difference = dueDifference(sale.settlement, document)
      if (difference === 0) return fail(refusal('nothing_to_settle', 'external_ref'))
      const settlement = { difference, how, settledAt: clock.now() }
      stores.documents.settleDue(externalRef, settlement)
      stores.journal.append({
        kind: 'act',
        at: settlement.settledAt,
        act: 'due_settled',
        externalRef,
        reason: '',
        facts: { difference_cents: difference, how },
      })
      return ok(settlement)
    })
