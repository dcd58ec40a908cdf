import type { Invoice } from '../invoice/invoice.ts'
import type { Verdict } from '../ministry/verdict.ts'
import type { Amounts } from '../money/amounts.ts'

/** `contingency`: registered, MH has not judged it. `cancelled`: was stamped, then invalidated. */
export type DocumentState = 'stamped' | 'contingency' | 'rejected' | 'cancelled'

/** The credit note that the API makes by itself when a CCF is invalidated after its window. */
export type CreditMemo = {
  readonly documentId: string
  readonly controlNumber: string
  readonly generationCode: string
}

/** One registered document. Identity, numbers and posting date never change; the rest follows the last request. */
export type FiscalRecord = {
  readonly documentId: string
  readonly externalRef: string
  /** SHA-256 of the company's key, in hex. */
  readonly companyHash: string
  readonly controlNumber: string
  readonly generationCode: string
  /** The posting date: milliseconds since 1970. */
  readonly registeredAt: number
  invoice: Invoice
  request: unknown
  amounts: Amounts
  state: DocumentState
  verdict: Verdict | null
  receptionStamp: string
  stampedAt: number | null
  cancelledAt: number | null
  cancellationStamp: string
  creditMemo: CreditMemo | null
  posts: number
  judgements: number
}
