import type { Customer } from '#domain/customer/customer.ts'
import type { DocumentType } from '#domain/document/document-type.ts'
import type { FrozenRequest, Origin } from '#domain/document/fiscal-document.ts'
import type { Line } from '#domain/sale/line.ts'
import type { CreditTerm } from '#domain/sale/sale.ts'
import type { PaymentMethod } from '#domain/sale/tender.ts'

/** What a request to issue a document says. */
export type RequestContent = {
  readonly docType: DocumentType
  readonly externalRef: string
  readonly lines: readonly Line[]
  readonly customer: Customer | null
  readonly paymentMethod: PaymentMethod
  readonly credit: CreditTerm | null
  /** Of a credit note: its CCF, and whether it takes all of it back. */
  readonly origin: Origin | null
  readonly isWhole: boolean
}

/** Writes a request once, as the bytes that every try will send. */
export type RequestWriter = {
  write(content: RequestContent): Omit<FrozenRequest, 'revision'>
}
