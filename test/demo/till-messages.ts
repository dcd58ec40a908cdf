import type { DocumentSummary } from '#application/ports/document-list.ts'
import type { PrintState } from '#application/ports/stores.ts'
import type { Customer } from '#domain/customer/customer.ts'
import type { OpenSale } from '#domain/sale/sale.ts'
import type { PaperKind } from '#domain/ticket/choose-paper.ts'

export type TillFacts = {
  readonly dataFolder: string
  readonly resourcesFolder: string
  readonly apiUrl: string
  readonly apiKey: string
  readonly printer: string
}

export type SoldFacts = { readonly externalRef: string; readonly total: number }
export type PaperFacts = { readonly paper: PaperKind | null; readonly state: PrintState }
export type DocumentFacts = DocumentSummary & { readonly inFlight: boolean }

export type Question =
  | { readonly ask: 'sell'; readonly sale: OpenSale }
  | { readonly ask: 'correct'; readonly externalRef: string; readonly customer: Customer | null }
  | { readonly ask: 'retry' | 'print' | 'document' | 'papers'; readonly externalRef: string }
  | { readonly ask: 'verify' | 'stop' }

export type TillAnswer = SoldFacts | DocumentFacts | readonly PaperFacts[] | readonly string[] | PaperKind | null
