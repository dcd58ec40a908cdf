import { isIssued } from './document-state.ts'
import { type KeptKind, TRAITS } from './document-type.ts'
import type { FiscalDocument } from './fiscal-document.ts'

type Document = Pick<FiscalDocument, 'docType' | 'state'>
type NotedDocument = Document & Pick<FiscalDocument, 'automaticNote'>

/** Whether there is a document that counts, or counted until it was cancelled. */
export const wasIssued = ({ state }: Document): boolean => isIssued(state) || state === 'cancelled'

/** What an accountant expects of an issued document; with the letter PDF of an invoice only where somebody asks for it. */
export const filesDue = (document: Document, withLetters: boolean): readonly KeptKind[] => {
  if (!wasIssued(document)) return []
  const own = TRAITS[document.docType].files
  return withLetters && !own.includes('invoice') ? [...own, 'invoice'] : own
}

/** Those of the credit note that the API made by itself. */
export const NOTE_FILES: readonly KeptKind[] = ['note_invoice', 'note_json']

/** Whether the API has it by now: a signed JSON exists once MH has stamped it (Ocote API contract, §4), and a note is known by its id alone. */
export const canBeFetched = ({ state, automaticNote }: NotedDocument, kind: KeptKind): boolean => {
  if (NOTE_FILES.includes(kind)) return Boolean(automaticNote?.documentId)
  return kind !== 'json' || state !== 'contingency'
}

/** All that there is to fetch of it by now: its own files, letter included, and those of the note that the API made. */
export const filesToFetch = (document: NotedDocument): readonly KeptKind[] =>
  [...filesDue(document, true), ...NOTE_FILES].filter((kind) => canBeFetched(document, kind))
