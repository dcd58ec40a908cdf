import { localDate, localTime } from '#domain/clock/local-time.ts'
import { knownWithheld } from '#domain/document/known-withheld.ts'
import { decimalText, moneyText } from '#domain/money/decimal.ts'
import type { Engine } from '#engine/create-engine.ts'

export type DocumentSummary = ReturnType<Engine['documentList']['page']>['documents'][number]

/** Dollars as a JSON number, exact to the cent. */
export const dollars = (cents: number): number => Number(decimalText(cents, 2))

export const when = (at: number): string => `${localDate(at)} ${localTime(at)}`

/** A document's summary as scripts read it. */
export const documentJson = (document: DocumentSummary) => ({
  external_ref: document.externalRef,
  sale_number: document.saleNumber,
  doc_type: document.docType,
  origin: document.origin,
  state: document.state,
  total: dollars(document.total),
  withheld: dollars(knownWithheld(document, document.reportedWithheld)),
  /** Paid above (below 0: short of) what is due, and not settled yet. */
  due_difference: dollars(document.dueDifference),
  created_at: new Date(document.createdAt).toISOString(),
  customer_name: document.customerName,
  control_number: document.controlNumber,
  attempts: document.attempts,
  next_try_at: document.nextTryAt === null ? null : new Date(document.nextTryAt).toISOString(),
  remarks: document.remarks,
  amounts_differ: document.amountsDiffer,
})

export const documentLine = (document: DocumentSummary): string =>
  [
    document.externalRef.padEnd(34),
    document.docType,
    document.state.padEnd(12),
    moneyText(document.total).padStart(12),
    when(document.createdAt),
    document.controlNumber ?? '—',
    document.remarks?.texts.join(' · ') ?? '',
  ].join('  ')
