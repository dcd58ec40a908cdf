import type { Instant } from '#domain/clock/local-time.ts'
import { transition } from '#domain/document/document-state.ts'
import type { FiscalDocument } from '#domain/document/fiscal-document.ts'
import type { Stores } from '../ports/stores.ts'
import { askCancellation } from './ask-cancellation.ts'

/**
 * What was to replace a document goes out once that one is cancelled, and never where it could not be. A document that is found stamped while another
 * waits to replace it lost its cancellation in a restore: it is asked for anew. In the caller's transaction.
 */
export const settleReplacements = (
  stores: Pick<Stores, 'documents' | 'outbox' | 'journal'>,
  before: FiscalDocument,
  after: FiscalDocument,
  now: Instant,
): void => {
  if (before.state === after.state || (after.state !== 'cancelled' && after.state !== 'stamped')) return
  const { documents, outbox, journal } = stores
  const waiting = documents.about(after.externalRef).filter(({ state }) => state === 'awaiting')
  if (waiting.length > 0 && after.state === 'stamped' && before.state !== 'cancelling') {
    askCancellation(stores, after, { act: 'cancel_asked', reason: 'restore' }, now)
    return
  }
  const event = after.state === 'cancelled' ? 'original_cancelled' : 'original_kept'
  for (const replacement of waiting) {
    const { state, step } = transition(replacement.state, event)
    const moved = { ...replacement, state }
    const { externalRef } = moved
    documents.update(moved)
    outbox.place(externalRef, {
      state: step === 'settle' ? 'settled' : 'due',
      step,
      lane: 'counter',
      dueAt: now,
      tries: 0,
    })
    journal.append({ kind: 'act', at: now, act: event, externalRef, reason: after.externalRef, document: moved })
  }
}
