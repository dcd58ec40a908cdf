import { CAN_RETRY, transition } from '#domain/document/document-state.ts'
import { type Refusal, refusal } from '#domain/result/refusal.ts'
import { fail, ok, type Result } from '#domain/result/result.ts'
import type { Attempt, Stores } from '../ports/stores.ts'
import type { Clock, UnitOfWork } from '../ports/system.ts'
import { DUPLICATE_AT_FIRST_POST } from './settle-try.ts'

type Dependencies = {
  readonly stores: Pick<Stores, 'documents' | 'outbox' | 'journal'>
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
}

/** The ref was another till's before it was ever sent from here: whatever is asked about it, the answer is not ours. */
const isForeign = (attempts: readonly Attempt[]): boolean =>
  attempts.some(({ detail }) => detail === DUPLICATE_AT_FIRST_POST)

/** Makes one document due now, at the counter's lane. One that is being tried at this moment is left alone. */
export const retryNow =
  ({ stores, unitOfWork, clock }: Dependencies) =>
  (externalRef: string): Result<null, Refusal> =>
    unitOfWork.run(() => {
      const document = stores.documents.find(externalRef)
      if (!document) return fail(refusal('document_unknown', 'external_ref'))
      if (!CAN_RETRY.includes(document.state)) return fail(refusal('document_not_retryable', 'external_ref'))
      if (document.state === 'alarm' && isForeign(stores.documents.attempts(externalRef)))
        return fail(refusal('ref_of_another_till', 'external_ref'))
      const entry = stores.outbox.find(externalRef)
      if (entry.state === 'claimed') return ok(null)
      const now = clock.now()
      const { state, step } = transition(document.state, 'retried')
      const retried = { ...document, state }
      stores.documents.update(retried)
      stores.outbox.place(externalRef, { state: 'due', step, lane: 'counter', dueAt: now, tries: entry.tries })
      stores.journal.append({ kind: 'act', at: now, act: 'retried', externalRef, reason: '', document: retried })
      return ok(null)
    })
