import type { Instant } from '../clock/local-time.ts'
import type { Customer } from '../customer/customer.ts'
import type { DocumentType } from '../document/document-type.ts'
import type { Environment } from '../document/environment.ts'
import type { Origin } from '../document/fiscal-document.ts'
import type { Cents } from '../money/decimal.ts'
import type { Line } from '../sale/line.ts'
import type { Tender } from '../sale/tender.ts'
import type { Totals } from '../sale/totals.ts'

/** The shop as the tax authority knows it. */
export type Issuer = {
  readonly tradeName: string
  readonly legalName: string
  readonly nit: string
  readonly nrc: string
  readonly activity: string
  readonly address: string
}

/** What every paper of a sale tells, issued or not. */
export type SaleFacts = {
  readonly issuer: Issuer
  readonly till: string
  readonly cashier: string
  readonly externalRef: string
  readonly docType: DocumentType
  /** The document that it credits or replaces: its control number, or its ref while it has none. */
  readonly about: { readonly relation: Origin['relation']; readonly number: string } | null
  readonly completedAt: Instant
  readonly customer: Customer | null
  readonly lines: readonly Line[]
  readonly totals: Totals
  /** Kept back from the total: the API's figure once it told one, else ours. */
  readonly withheld: Cents
  readonly tenders: readonly Tender[]
  readonly change: Cents
  /** Training wears a band on every paper. */
  readonly training: boolean
  /** 1 is the first paper; from 2 on it says REIMPRESIÓN. */
  readonly copy: number
}

/** What only an issued document has. An empty stamp means contingency. */
export type IssuedTicketFacts = SaleFacts & {
  readonly generationCode: string
  readonly controlNumber: string
  readonly receptionStamp: string
  readonly issuedAt: Instant
  readonly environment: Environment
}
