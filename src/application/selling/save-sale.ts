import { type Instant, localDate } from '#domain/clock/local-time.ts'
import { externalRef } from '#domain/document/external-ref.ts'
import { type FiscalDocument, NOTHING_TOLD, type Origin } from '#domain/document/fiscal-document.ts'
import type { Refusal } from '#domain/result/refusal.ts'
import type { CheckedSale } from '#domain/sale/sale.ts'
import type { RequestWriter } from '../ports/request-writer.ts'
import type { CompletedSale, RefIdentity, Stores } from '../ports/stores.ts'

export type SaveDependencies = {
  readonly stores: Pick<Stores, 'sales' | 'documents' | 'outbox' | 'printJobs' | 'journal'>
  readonly requests: RequestWriter
  readonly counter: () => CounterSettings
  /** Why nothing more is sold or taken back for now; unless told, it is. */
  readonly stopped?: () => Refusal<'environment_wrong'> | null
}

/** What the shop decided about its counter. */
export type CounterSettings = {
  readonly identity: RefIdentity
  readonly cashier: string
  /** Milliseconds that the official ticket is waited for before the slip is printed; null prints nothing by itself. */
  readonly printWithinMs: number | null
}

type Circumstances = {
  readonly attemptId: string
  readonly now: Instant
  /** The document that this one is about. */
  readonly origin?: Origin
  /** It takes all of that document back. */
  readonly isWhole?: boolean
}

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

/** What replaces another document goes out only once that one is cancelled. */
const documentFor = (sale: CompletedSale, origin: Origin | null): FiscalDocument => ({
  externalRef: sale.externalRef,
  docType: sale.docType,
  state: origin?.relation === 'replaces' ? 'awaiting' : 'pending',
  total: sale.totals.total,
  withheld: sale.withheld,
  origin,
  businessDate: sale.businessDate,
  createdAt: sale.completedAt,
  customer: sale.customer,
  revision: 1,
  ...NOTHING_TOLD,
})

/**
 * Writes down what was decided at the counter, whatever its type: the sale, its document with the frozen request, the outbox entry, the paper and
 * the journal's line; in the caller's transaction.
 */
export const saveSale = (
  { stores, requests, counter }: SaveDependencies,
  checked: CheckedSale,
  { attemptId, now, origin, isWhole }: Circumstances,
): CompletedSale => {
  const settings = counter()
  const completed = complete(checked, attemptId, stores.sales.nextNumber(), now, settings)
  const document = documentFor(completed, origin ?? null)
  const { externalRef: ref } = completed
  const written = requests.write({
    docType: completed.docType,
    externalRef: ref,
    lines: completed.lines,
    customer: completed.customer,
    paymentMethod: completed.settlement.method,
    credit: completed.credit,
    origin: document.origin,
    isWhole: isWhole ?? false,
  })
  const request = { revision: document.revision, ...written }
  stores.sales.insert(completed)
  stores.documents.insert(document, completed.saleNumber)
  stores.documents.freeze(ref, request, now)
  stores.outbox.insert({
    externalRef: ref,
    ...(document.state === 'awaiting' ? { state: 'parked', step: 'park' } : { state: 'due', step: 'send' }),
    lane: 'counter',
    dueAt: now,
    tries: 0,
  })
  if (settings.printWithinMs !== null) stores.printJobs.insert(ref, now + settings.printWithinMs, now)
  stores.journal.append({ kind: 'sale', at: now, sale: completed, document, request })
  return completed
}
