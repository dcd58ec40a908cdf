import type { Instant, LocalDate } from '#domain/clock/local-time.ts'
import type { IdentityDocument } from '#domain/customer/customer.ts'
import type { Late } from '#domain/document/deadlines.ts'
import type { DocumentState } from '#domain/document/document-state.ts'
import type { DocumentType } from '#domain/document/document-type.ts'
import type { Origin } from '#domain/document/fiscal-document.ts'
import type { Remarks } from '#domain/document/issued-facts.ts'
import type { Cents } from '#domain/money/decimal.ts'

export type DocumentSummary = {
  readonly externalRef: string
  readonly saleNumber: number
  readonly docType: DocumentType
  readonly origin: Origin | null
  readonly withheld: Cents
  readonly reportedWithheld: Cents | null
  /** What was paid above (below 0: short of) what is due, and is not settled yet. */
  readonly dueDifference: Cents
  readonly state: DocumentState
  readonly total: Cents
  readonly businessDate: LocalDate
  readonly createdAt: Instant
  readonly customerName: string | null
  readonly customerDocument: IdentityDocument | null
  readonly controlNumber: string | null
  readonly generationCode: string | null
  readonly receptionStamp: string | null
  /** When the API registered it, and the day that the tax authority counts it for; null until known. */
  readonly issuedAt: Instant | null
  readonly fiscalDate: LocalDate | null
  /** The total that the API computed; null until it told one. */
  readonly reportedTotal: Cents | null
  readonly attempts: number
  readonly nextTryAt: Instant | null
  readonly remarks: Remarks | null
  readonly amountsDiffer: boolean
}

/** What is asked for; each narrows what the others leave. */
export type DocumentFilters = {
  readonly states: readonly DocumentState[]
  /** Null for all of them. */
  readonly docType: DocumentType | null
  /** Business dates, both included. */
  readonly from: LocalDate | null
  readonly to: LocalDate | null
  /** Amounts, both included. */
  readonly totalFrom: Cents | null
  readonly totalTo: Cents | null
  /**
   * Digits: a sale's number, which is its ref's running number, the running number of a control number or a customer's document. With a
   * dash, or a letter and a digit in one word: how a ref or a control number begins; else a part of a ref that has its running number.
   * Words: how the words of a customer's name begin, accents ignored; where nobody is called so, how a ref begins.
   */
  readonly text: string | null
}

export type DocumentQuery = DocumentFilters & {
  /** What the page before said of where it ended; null for the first. */
  readonly after: string | null
  readonly most: number
}

/** A page may hold fewer than asked for, even none, and yet say that there is more: it looks at so many documents and no further. */
export type DocumentPage = { readonly documents: readonly DocumentSummary[]; readonly next: string | null }

export type Unissued = {
  /** Of today's sales, and when the oldest of them was made. */
  readonly today: number
  readonly todaySince: Instant | null
  /** Of earlier days of the same month, and of earlier months. */
  readonly earlierDays: Late | null
  readonly earlierMonths: Late | null
}

/** What lists and counters show. */
export type DocumentList = {
  /** Newest first. */
  page(query: DocumentQuery): DocumentPage
  summary(externalRef: string): DocumentSummary | null
  counts(): Readonly<Record<DocumentState, number>>
  /** When the oldest document that is not issued yet and goes out by itself was made, or null. */
  oldestWaitingAt(): Instant | null
  /** Since when the newest documents that the API took are all in contingency, or null where the newest is stamped. */
  ministrySilentSince(): Instant | null
  /** Documents in contingency since `instant` or longer. */
  inContingencySince(instant: Instant): number
  /** What has not been issued, for whatever reason. */
  unissued(today: LocalDate): Unissued
}
