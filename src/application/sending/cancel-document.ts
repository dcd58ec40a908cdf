import { CAN_CANCEL, transition } from '#domain/document/document-state.ts'
import type { FiscalDocument } from '#domain/document/fiscal-document.ts'
import { type Refusal, refusal } from '#domain/result/refusal.ts'
import { fail, ok, type Result } from '#domain/result/result.ts'
import { reach } from '#failpoint'
import type { Stores } from '../ports/stores.ts'
import type { Clock, UnitOfWork } from '../ports/system.ts'

type Dependencies = {
  readonly stores: Pick<Stores, 'documents' | 'outbox' | 'journal'>
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
}

/** A person wants a stamped document cancelled: asked of the API through the outbox, so also where there is no line now. */
export const cancelDocument =
  ({ stores, unitOfWork, clock }: Dependencies) =>
  (externalRef: string, reason: string): Result<FiscalDocument, Refusal> => {
    if (reason.trim() === '') return fail(refusal('reason_missing', 'reason'))
    const cancelling = unitOfWork.run((): Result<FiscalDocument, Refusal> => {
      const document = stores.documents.find(externalRef)
      if (!document) return fail(refusal('document_unknown', 'external_ref'))
      if (!CAN_CANCEL.includes(document.state)) return fail(refusal('document_not_cancellable', 'external_ref'))
      const now = clock.now()
      const { state, step } = transition(document.state, 'cancel_asked')
      const asked = { ...document, state, remarks: null }
      stores.documents.update(asked)
      stores.outbox.place(externalRef, { state: 'due', step, lane: 'counter', dueAt: now, tries: 0 })
      stores.journal.append({
        kind: 'act',
        at: now,
        act: 'cancel_asked',
        externalRef,
        reason: reason.trim(),
        document: asked,
      })
      reach('cancel_before_commit')
      return ok(asked)
    })
    reach('cancel_after_commit')
    return cancelling
  }
