import type { Instant } from '#domain/clock/local-time.ts'
import type { DocumentState } from '#domain/document/document-state.ts'
import type { Remarks } from '#domain/document/issued-facts.ts'
import type { Cents } from '#domain/money/decimal.ts'

export type DocumentSummary = {
  readonly externalRef: string
  readonly saleNumber: number
  readonly state: DocumentState
  readonly total: Cents
  readonly createdAt: Instant
  readonly customerName: string | null
  readonly controlNumber: string | null
  readonly attempts: number
  readonly nextTryAt: Instant | null
  readonly remarks: Remarks | null
  readonly amountsDiffer: boolean
}

export type DocumentQuery = {
  readonly states: readonly DocumentState[]
  /** Part of the ref, of the control number or of the customer's name. */
  readonly text: string | null
  readonly before: number | null
  readonly most: number
}

/** What lists and counters show. */
export type DocumentList = {
  /** Newest first. */
  page(query: DocumentQuery): readonly DocumentSummary[]
  summary(externalRef: string): DocumentSummary | null
  counts(): Readonly<Record<DocumentState, number>>
  /** When the oldest document that is not issued yet was made, or null. */
  oldestWaitingAt(): Instant | null
  /** Whether the newest document that the API judged is in contingency. */
  newestIssuedState(): DocumentState | null
}
