import type { Decimal } from '../money/exact-decimal.ts'

export const DOC_TYPES = ['01', '03', '11'] as const
/** 01 Factura, 03 CCF (comprobante de crédito fiscal), 11 Factura de exportación. */
export type DocType = (typeof DOC_TYPES)[number]

export type InvoiceLine = {
  readonly description: string
  readonly quantity: Decimal
  /** Dollars; contains the VAT in a 01 and a 03. */
  readonly unitPrice: Decimal
  readonly discountPercentage: Decimal
}

export type Customer = {
  readonly name: string | null
  readonly nit: string | null
  readonly nrc: string | null
  /** 1 small, 2 medium, 3 large, 4 government. */
  readonly typeContributor: number | null
  readonly documentType: string | null
  readonly documentNumber: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly address: string | null
  readonly activityCode: string | null
  readonly district: string | null
  readonly department: string | null
  readonly municipality: string | null
}

/** A request that passed the contract's checks, in this program's terms. Source: Ocote API contract, §3. */
export type Invoice = {
  readonly docType: DocType
  readonly externalRef: string
  readonly lines: readonly InvoiceLine[]
  readonly customer: Customer | null
  readonly customerName: string | null
  readonly paymentMethod: string
  readonly condition: number
  readonly deadline: number | null
  readonly period: number | null
}

/** The buyer's name as it is printed. */
export const buyerName = ({ customer, customerName }: Invoice): string =>
  customer?.name ?? customerName ?? 'Consumidor Final'
