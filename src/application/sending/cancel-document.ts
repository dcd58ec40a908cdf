import type { FiscalDocument } from '#domain/document/fiscal-document.ts'
import { type Refusal, refusal } from '#domain/result/refusal.ts'
import { fail, ok, type Result } from '#domain/result/result.ts'
import { reach } from '#failpoint'
import type { Stores } from '../ports/stores.ts'
import type { Clock, UnitOfWork } from '../ports/system.ts'
import { askCancellation, cancelRefusal } from './ask-cancellation.ts'

type Dependencies = {
  readonly stores: Pick<Stores, 'documents' | 'outbox' | 'journal'>
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
}

/**
 * A person wants a stamped document cancelled, within its window or, for a CCF, also later, when the API makes a credit note of it: asked through
 * the outbox, so also where there is no line now.
 */
export const cancelDocument =
  ({ stores, unitOfWork, clock }: Dependencies) =>
  (externalRef: string, reason: string): Result<FiscalDocument, Refusal> => {
    if (reason.trim() === '') return fail(refusal('reason_missing', 'reason'))
    const cancelling = unitOfWork.run((): Result<FiscalDocument, Refusal> => {
      const document = stores.documents.find(externalRef)
      if (!document) return fail(refusal('document_unknown', 'external_ref'))
      const now = clock.now()
      const refused = cancelRefusal(stores, document, now)
      if (refused) return fail(refused)
      const asked = askCancellation(stores, document, { act: 'cancel_asked', reason: reason.trim() }, now)
      reach('cancel_before_commit')
      return ok(asked)
    })
    reach('cancel_after_commit')
    return cancelling
  }
