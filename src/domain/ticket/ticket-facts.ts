import type { Instant } from '../clock/local-time.ts'
import type { Customer } from '../customer/customer.ts'
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
  readonly completedAt: Instant
  readonly customer: Customer | null
  readonly lines: readonly Line[]
  readonly totals: Totals
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
  /** MH's environment: "00" test, "01" production. */
  readonly environment: '00' | '01'
}
