import type { Instant, LocalDate } from '../clock/local-time.ts'
import type { Customer } from '../customer/customer.ts'
import type { Cents } from '../money/decimal.ts'
import type { DocumentState } from './document-state.ts'
import type { IssuedFacts, Remarks } from './issued-facts.ts'

export const DOCUMENT_TYPES = ['01'] as const
export type DocumentType = (typeof DOCUMENT_TYPES)[number]

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
  readonly total: Cents
  readonly businessDate: LocalDate
  readonly createdAt: Instant
  readonly customer: Customer | null
  readonly revision: number
  /** From the first answer that registered it on. */
  readonly facts: IssuedFacts | null
  readonly issuedAt: Instant | null
  /** The day that the tax authority counts it for, as the signed JSON says; null until that is here. */
  readonly fiscalDate: LocalDate | null
  readonly cancelledAt: Instant | null
  readonly remarks: Remarks | null
  /** The API's total and ours differ by a cent or more. */
  readonly amountsDiffer: boolean
}
