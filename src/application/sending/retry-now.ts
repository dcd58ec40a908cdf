import { CAN_RETRY, transition } from '#domain/document/document-state.ts'
import { type Refusal, refusal } from '#domain/result/refusal.ts'
import { fail, ok, type Result } from '#domain/result/result.ts'
import type { Stores } from '../ports/stores.ts'
import type { Clock, UnitOfWork } from '../ports/system.ts'

type Dependencies = {
  readonly stores: Pick<Stores, 'documents' | 'outbox'>
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
}

/** Makes one document due now, at the counter's lane. One that is being tried at this moment is left alone. */
export const retryNow =
  ({ stores, unitOfWork, clock }: Dependencies) =>
  (externalRef: string): Result<null, Refusal> =>
    unitOfWork.run(() => {
      const document = stores.documents.find(externalRef)
      if (!document) return fail(refusal('document_unknown', 'external_ref'))
      if (!CAN_RETRY.includes(document.state)) return fail(refusal('document_not_retryable', 'external_ref'))
      const entry = stores.outbox.find(externalRef)
      if (entry.state === 'claimed') return ok(null)
      const { state, step } = transition(document.state, 'retried')
      stores.documents.update({ ...document, state })
      stores.outbox.place(externalRef, { state: 'due', step, lane: 'counter', dueAt: clock.now(), tries: entry.tries })
      return ok(null)
    })
