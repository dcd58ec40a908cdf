import type { DocumentSummaryView } from '#contract/documents.ts'
import { type DocumentState, isIssued } from '#domain/document/document-state.ts'

type Half = Pick<DocumentSummaryView, 'externalRef' | 'origin' | 'state'>

/** What is left of a return, by the ref of the document that it replaces; one that never goes out is no half of anything. */
export const restsByOriginal = <T extends Half>(documents: readonly T[]): ReadonlyMap<string, T> =>
  new Map(
    documents.flatMap((document) =>
      document.origin?.relation === 'replaces' && document.state !== 'withdrawn'
        ? [[document.origin.externalRef, document] as const]
        : [],
    ),
  )

export type HalfWord = 'row_cancelling' | 'row_cancelled' | 'row_awaits' | 'row_issues'

const isOver = (state: DocumentState): boolean => isIssued(state) || state === 'cancelled' || state === 'withdrawn'

/** Which half of a partial return under way a document is; null where it is none, or both are done. `rest`: what replaces it. */
export const returnHalf = ({ origin, state }: Half, rest: Half | undefined): HalfWord | null => {
  if (origin?.relation === 'replaces') {
    if (state === 'awaiting') return 'row_awaits'
    return isOver(state) ? null : 'row_issues'
  }
  if (rest === undefined) return null
  if (state === 'cancelling') return 'row_cancelling'
  return state === 'cancelled' && !isOver(rest.state) ? 'row_cancelled' : null
}
