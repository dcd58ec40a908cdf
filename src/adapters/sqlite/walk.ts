/** One way through the documents, newest first: its rows are `id`, and `key`, what the walk can be taken up after. */
export type Walk = {
  readonly sql: string
  readonly parameters: Readonly<Record<string, string | number>>
  /** Whether all that the walk finds is what was asked for, but for the date. */
  readonly isExact: boolean
}

/** Document numbers among which the dates asked for lie. */
export type Range = { readonly low: number; readonly high: number }

export const EVERYTHING: Range = { low: 0, high: Number.MAX_SAFE_INTEGER }
export const IN_RANGE = 'document_id BETWEEN :low AND :high'
export const NEWEST = 'ORDER BY id DESC LIMIT :most'
