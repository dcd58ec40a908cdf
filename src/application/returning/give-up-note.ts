import { canGiveUp } from '#domain/document/can-give-up.ts'
import { transition } from '#domain/document/document-state.ts'
import type { FiscalDocument } from '#domain/document/fiscal-document.ts'
import { type Refusal, refusal } from '#domain/result/refusal.ts'
import { fail, ok, type Result } from '#domain/result/result.ts'
import type { Stores } from '../ports/stores.ts'
import type { Clock, UnitOfWork } from '../ports/system.ts'

type Dependencies = {
  readonly stores: Pick<Stores, 'documents' | 'outbox' | 'journal'>
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
}

/**
 * A person goes on without a credit note that was refused or rejected: it never goes out again, and its CCF has its lines back. No day counts it,
 * nor the money that went out for it: that is settled with the customer. Given up once, it stays so.
 */
export const giveUpNote =
  ({ stores, unitOfWork, clock }: Dependencies) =>
  (externalRef: string, reason: string): Result<FiscalDocument, Refusal> => {
    if (reason.trim() === '') return fail(refusal('reason_missing', 'reason'))
    return unitOfWork.run((): Result<FiscalDocument, Refusal> => {
      const document = stores.documents.find(externalRef)
      if (!document) return fail(refusal('document_unknown', 'external_ref'))
      if (!canGiveUp(document)) return fail(refusal('note_not_given_up', 'external_ref'))
      const now = clock.now()
      const { state, step } = transition(document.state, 'given_up')
      const withdrawn = { ...document, state }
      stores.documents.update(withdrawn)
      stores.outbox.place(externalRef, { state: 'settled', step, lane: 'backlog', dueAt: now, tries: 0 })
      stores.journal.append({
        kind: 'act',
        at: now,
        act: 'given_up',
        externalRef,
        reason: reason.trim(),
        document: withdrawn,
      })
      return ok(withdrawn)
    })
  }
