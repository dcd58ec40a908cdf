import type { DocumentState } from '#domain/document/document-state.ts'

/** A sale that the till finds in its database when it is opened. */
export type PastSale = {
  readonly state: DocumentState
  readonly hoursAgo: number
  readonly cents: number
  readonly customer?: string
  /** Of the customer. */
  readonly dui?: string
  /** What was said of it, where that is not the usual. */
  readonly remarks?: { readonly code: string; readonly texts: readonly string[] }
  /** What the API computed, where that is another amount. */
  readonly reported?: number
  readonly observed?: boolean
}
