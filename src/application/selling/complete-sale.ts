import { tidyCustomer } from '#domain/customer/customer.ts'
import { type Refusal, refusal } from '#domain/result/refusal.ts'
import { fail, ok, type Result } from '#domain/result/result.ts'
import { checkSale, type OpenSale, type SaleRefusal } from '#domain/sale/sale.ts'
import type { Tender } from '#domain/sale/tender.ts'
import { reach } from '#failpoint'
import type { CompletedSale } from '../ports/stores.ts'
import type { Clock, UnitOfWork } from '../ports/system.ts'
import { type SaveDependencies, saveSale } from './save-sale.ts'

type Dependencies = SaveDependencies & { readonly unitOfWork: UnitOfWork; readonly clock: Clock }

type NotSold = Refusal<'attempt_reused' | 'environment_wrong'>

/**
 * Turns an open sale into a fact: saved, due to the tax authority, never to be lost. Returns before anything is sent or printed.
 * The same `attemptId` again answers with the sale that it made the first time, and refuses another total.
 */
export const completeSale =
  ({ stores, unitOfWork, clock, requests, counter, stopped }: Dependencies) =>
  (sale: OpenSale, tenders: readonly Tender[], attemptId: string): Result<CompletedSale, SaleRefusal | NotSold> => {
    const checked = checkSale({ ...sale, customer: sale.customer && tidyCustomer(sale.customer) }, tenders)
    if (!checked.ok) return checked
    const sold = unitOfWork.run((): Result<CompletedSale, NotSold> => {
      const known = stores.sales.findByAttempt(attemptId)
      if (known)
        return known.totals.total === checked.value.totals.total && known.docType === checked.value.docType
          ? ok(known)
          : fail(refusal('attempt_reused', 'attempt_id'))
      const reason = stopped?.() ?? null
      if (reason) return fail(reason)
      const completed = saveSale({ stores, requests, counter }, checked.value, { attemptId, now: clock.now() })
      reach('sale_before_commit')
      return ok(completed)
    })
    reach('sale_after_commit')
    return sold
  }
