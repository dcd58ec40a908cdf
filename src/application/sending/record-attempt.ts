import type { FiscalDocument } from '#domain/document/fiscal-document.ts'
import type { Attempt, Stores } from '../ports/stores.ts'

/** Writes one try down, in the attempts and in the journal, with the document as it left it; in the caller's transaction. */
export const recordAttempt = (
  { documents, journal }: Pick<Stores, 'documents' | 'journal'>,
  document: FiscalDocument,
  attempt: Attempt,
): void => {
  const attemptId = documents.addAttempt(document.externalRef, attempt)
  journal.append({ kind: 'answer', at: attempt.endedAt, document, attemptId, attempt })
}
