import type { Customer } from '#domain/customer/customer.ts'
import type { DocumentType, FrozenRequest } from '#domain/document/fiscal-document.ts'
import type { Line } from '#domain/sale/line.ts'
import type { PaymentMethod } from '#domain/sale/tender.ts'

/** What a request to issue a document says. */
export type RequestContent = {
  readonly docType: DocumentType
  readonly externalRef: string
  readonly lines: readonly Line[]
  readonly customer: Customer | null
  readonly paymentMethod: PaymentMethod
}

/** Writes a request once, as the bytes that every try will send. */
export type RequestWriter = {
  write(content: RequestContent): Omit<FrozenRequest, 'revision'>
}
