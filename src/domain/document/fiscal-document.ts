import type { Instant, LocalDate } from '../clock/local-time.ts'
import type { Customer } from '../customer/customer.ts'
import type { Cents } from '../money/decimal.ts'
import type { DocumentState } from './document-state.ts'
import type { DocumentType } from './document-type.ts'
import type { Environment } from './environment.ts'
import type { AutomaticNote, IssuedFacts, Remarks } from './issued-facts.ts'

/** The document that another one is about: a note credits a CCF, what is left after a partial return replaces an invoice. */
export type Origin = { readonly relation: 'credits' | 'replaces'; readonly externalRef: string }

/** The request as it was made at the sale, byte for byte; a correction makes another revision and keeps this one. */
export type FrozenRequest = {
  readonly revision: number
  readonly body: string
  /** SHA-256 of the body's UTF-8 bytes, hexadecimal. */
  readonly sha256: string
}

/** The record due to the tax authority. */
export type FiscalDocument = {
  readonly externalRef: string
  readonly docType: DocumentType
  readonly state: DocumentState
  /** What the document comes to, VAT included where there is any. */
  readonly total: Cents
  /** What we reckon to be withheld from the total; the API's own figure is in the facts. */
  readonly withheld: Cents
  readonly origin: Origin | null
  readonly businessDate: LocalDate
  readonly createdAt: Instant
  readonly customer: Customer | null
  readonly revision: number
  /** From the first answer that registered it on. */
  readonly facts: IssuedFacts | null
  readonly issuedAt: Instant | null
  /** MH's environment that it was issued in, as the signed JSON says; null until that is here. */
  readonly environment: Environment | null
  /** The day that the tax authority counts it for, as the signed JSON says; null until that is here. */
  readonly fiscalDate: LocalDate | null
  /** When somebody asked for its cancellation: the money went back then. Null again where it could not be cancelled. */
  readonly cancelAskedAt: Instant | null
  readonly cancelledAt: Instant | null
  readonly automaticNote: AutomaticNote | null
  readonly remarks: Remarks | null
  /** The API's total and ours differ by a cent or more. */
  readonly amountsDiffer: boolean
}

/** What only answers and files tell of a document: nothing, at first. */
export const NOTHING_TOLD = {
  facts: null,
  issuedAt: null,
  environment: null,
  fiscalDate: null,
  cancelAskedAt: null,
  cancelledAt: null,
  automaticNote: null,
  remarks: null,
  amountsDiffer: false,
} as const satisfies Partial<FiscalDocument>
