import type { Environment } from '../controls.ts'
import type { Content } from '../document/content.ts'
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
  /** MH's environment when it was registered: 00 test, 01 production. */
  readonly environment: Environment
  /** A credit note that nobody asked for: no ref, found by its id alone. */
  readonly automatic: boolean
  content: Content
  /** The last body, as it came; null where nobody asked for the document. */
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
