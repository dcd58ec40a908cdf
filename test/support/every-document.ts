import type { DocumentList, DocumentSummary } from '#application/ports/document-list.ts'
import { DOCUMENT_STATES, type DocumentState } from '#domain/document/document-state.ts'

const AT_A_TIME = 500

/** All that a till has, or all in some states, newest first; whoever sold them, and whether or not anybody was told. */
export const everyDocument = (
  list: DocumentList,
  states: readonly DocumentState[] = DOCUMENT_STATES,
): readonly DocumentSummary[] => {
  const found: DocumentSummary[] = []
  let after: string | null = null
  do {
    const page = list.page({
      states,
      from: null,
      to: null,
      docType: null,
      totalFrom: null,
      totalTo: null,
      text: null,
      after,
      most: AT_A_TIME,
    })
    found.push(...page.documents)
    after = page.next
  } while (after !== null)
  return found
}
