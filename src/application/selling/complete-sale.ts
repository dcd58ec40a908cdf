import { type Instant, localDate } from '#domain/clock/local-time.ts'
import { tidyCustomer } from '#domain/customer/customer.ts'
import { externalRef } from '#domain/document/external-ref.ts'
import type { FiscalDocument } from '#domain/document/fiscal-document.ts'
import { type Refusal, refusal } from '#domain/result/refusal.ts'
import { fail, ok, type Result } from '#domain/result/result.ts'
import { type CheckedSale, checkSale, type OpenSale, type SaleRefusal } from '#domain/sale/sale.ts'
import type { Tender } from '#domain/sale/tender.ts'
import { reach } from '#failpoint'
import type { RequestWriter } from '../ports/request-writer.ts'
import type { CompletedSale, RefIdentity, Stores } from '../ports/stores.ts'
import type { Clock, UnitOfWork } from '../ports/system.ts'

type Dependencies = {
  readonly stores: Pick<Stores, 'sales' | 'documents' | 'outbox' | 'printJobs' | 'journal'>
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  readonly requests: RequestWriter
  readonly counter: () => CounterSettings
}

/** What the shop decided about its counter. */
export type CounterSettings = {
  readonly identity: RefIdentity
  readonly cashier: string
  /** Milliseconds that the official ticket is waited for before the slip is printed; null prints nothing by itself. */
  readonly printWithinMs: number | null
}

const documentFor = (sale: CompletedSale): FiscalDocument => ({
  externalRef: sale.externalRef,
  docType: '01',
  state: 'pending',
  total: sale.totals.total,
  businessDate: sale.businessDate,
  createdAt: sale.completedAt,
  customer: sale.customer,
  revision: 1,
  facts: null,
  issuedAt: null,
  fiscalDate: null,
  cancelledAt: null,
  remarks: null,
  amountsDiffer: false,
})

const complete = (
  sale: CheckedSale,
  attemptId: string,
  saleNumber: number,
  now: Instant,
  counter: CounterSettings,
): CompletedSale => {
  const businessDate = localDate(now)
  return {
    ...sale,
    saleNumber,
    attemptId,
    externalRef: externalRef({ ...counter.identity, date: businessDate, number: saleNumber }),
    businessDate,
    completedAt: now,
    cashier: counter.cashier,
    till: counter.identity.till,
  }
}

/**
 * Turns an open sale into a fact: saved, due to the tax authority, never to be lost. Returns before anything is sent or printed.
 * The same `attemptId` again answers with the sale that it made the first time, and refuses another total.
 */
export const completeSale =
  ({ stores, unitOfWork, clock, requests, counter }: Dependencies) =>
  (
    sale: OpenSale,
    tenders: readonly Tender[],
    attemptId: string,
  ): Result<CompletedSale, SaleRefusal | Refusal<'attempt_reused'>> => {
    const checked = checkSale({ ...sale, customer: sale.customer && tidyCustomer(sale.customer) }, tenders)
    if (!checked.ok) return checked
    const sold = unitOfWork.run((): Result<CompletedSale, Refusal<'attempt_reused'>> => {
      const known = stores.sales.findByAttempt(attemptId)
      if (known)
        return known.totals.total === checked.value.totals.total
          ? ok(known)
          : fail(refusal('attempt_reused', 'attempt_id'))
      const now = clock.now()
      const settings = counter()
      const completed = complete(checked.value, attemptId, stores.sales.nextNumber(), now, settings)
      const document = documentFor(completed)
      const written = requests.write({
        docType: '01',
        externalRef: completed.externalRef,
        lines: completed.lines,
        customer: completed.customer,
        paymentMethod: completed.settlement.method,
      })
      const request = { revision: document.revision, ...written }
      stores.sales.insert(completed)
      stores.documents.insert(document, completed.saleNumber)
      stores.documents.freeze(completed.externalRef, request, now)
      stores.outbox.insert({
        externalRef: completed.externalRef,
        state: 'due',
        step: 'send',
        lane: 'counter',
        dueAt: now,
        tries: 0,
      })
      if (settings.printWithinMs !== null)
        stores.printJobs.insert(completed.externalRef, now + settings.printWithinMs, now)
      stores.journal.append({ kind: 'sale', at: now, sale: completed, document, request })
      reach('sale_before_commit')
      return ok(completed)
    })
    reach('sale_after_commit')
    return sold
  }
