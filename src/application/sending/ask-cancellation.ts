import { type Instant, localDate } from '#domain/clock/local-time.ts'
import { type CancelWindow, cancelWindow } from '#domain/document/cancel-window.ts'
import { CAN_CANCEL, transition } from '#domain/document/document-state.ts'
import type { FiscalDocument } from '#domain/document/fiscal-document.ts'
import { isStandingNote } from '#domain/document/standing-note.ts'
import { type Refusal, refusal } from '#domain/result/refusal.ts'
import type { Stores } from '../ports/stores.ts'

/** What asking for its cancellation now would come to; null where it never was issued. */
export const windowOf = ({ docType, fiscalDate, issuedAt }: FiscalDocument, now: Instant): CancelWindow | null =>
  issuedAt === null ? null : cancelWindow(docType, fiscalDate ?? localDate(issuedAt), now)

/** Why a document cannot be cancelled now, or null. What other documents are about is not cancelled under them. */
export const cancelRefusal = (
  { documents }: Pick<Stores, 'documents'>,
  document: FiscalDocument,
  now: Instant,
): Refusal | null => {
  if (!CAN_CANCEL.includes(document.state)) return refusal('document_not_cancellable', 'external_ref')
  const window = windowOf(document, now)
  if (window?.kind === 'closed') return refusal('cancel_window_closed', 'external_ref', { since: window.since })
  const isCredited = documents
    .about(document.externalRef)
    .some(({ origin, state }) => isStandingNote(origin?.relation, state))
  return isCredited ? refusal('document_has_notes', 'external_ref') : null
}

/** Puts a stamped document's cancellation into the outbox, and the act into the journal; in the caller's transaction. */
export const askCancellation = (
  { documents, outbox, journal }: Pick<Stores, 'documents' | 'outbox' | 'journal'>,
  document: FiscalDocument,
  {
    act,
    reason,
    facts,
  }: { readonly act: string; readonly reason: string; readonly facts?: Readonly<Record<string, unknown>> },
  now: Instant,
): FiscalDocument => {
  const { externalRef } = document
  const { state, step } = transition(document.state, 'cancel_asked')
  const asked = { ...document, state, cancelAskedAt: now, remarks: null }
  documents.update(asked)
  outbox.place(externalRef, { state: 'due', step, lane: 'counter', dueAt: now, tries: 0 })
  journal.append({ kind: 'act', at: now, act, externalRef, reason, document: asked, ...(facts && { facts }) })
  return asked
}
