import type { DocType } from '../document/document-types.ts'
import { centsText } from '../money/exact-decimal.ts'
import type { DocumentState, FiscalRecord } from './fiscal-record.ts'

/** A registered document as tests and the training panel read it. */
export type LedgerDocument = {
  readonly documentId: string
  /** Empty for an automatic note. */
  readonly externalRef: string
  readonly docType: DocType
  /** A note's CCF, by its ref; null for every other type. */
  readonly relatedTo: string | null
  /** A credit note that nobody asked for, made when a CCF was cancelled late. */
  readonly automatic: boolean
  readonly state: DocumentState
  readonly controlNumber: string
  readonly generationCode: string
  readonly receptionStamp: string
  /** ISO 8601, UTC. */
  readonly registeredAt: string
  /** Issuing POSTs that carried this ref and passed the checks. */
  readonly posts: number
  /** How often MH judged it. */
  readonly judgements: number
  /** Dollars with two decimals. */
  readonly total: string
  readonly taxable: string
  readonly vat: string
  readonly withheld: string
  /** The last body, as it came; null for an automatic note. */
  readonly request: unknown
  /** The last 8 hex digits of the key's SHA-256: tells companies apart, says nothing of the key. */
  readonly company: string
}

export const ledgerDocumentOf = (record: FiscalRecord): LedgerDocument => ({
  documentId: record.documentId,
  externalRef: record.externalRef,
  docType: record.content.docType,
  relatedTo: record.content.related?.externalRef ?? null,
  automatic: record.automatic,
  state: record.state,
  controlNumber: record.controlNumber,
  generationCode: record.generationCode,
  receptionStamp: record.receptionStamp,
  registeredAt: new Date(record.registeredAt).toISOString(),
  posts: record.posts,
  judgements: record.judgements,
  total: centsText(record.amounts.gross),
  taxable: centsText(record.amounts.taxable),
  vat: centsText(record.amounts.vat),
  withheld: centsText(record.amounts.withheld),
  request: structuredClone(record.request),
  company: record.companyHash.slice(-8),
})
