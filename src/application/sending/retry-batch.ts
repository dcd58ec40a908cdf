import { CAN_RETRY, type DocumentState, transition } from '#domain/document/document-state.ts'
import type { Stores } from '../ports/stores.ts'
import type { Clock, UnitOfWork } from '../ports/system.ts'

type Dependencies = {
  readonly stores: Pick<Stores, 'documents' | 'outbox' | 'journal'>
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
}

/** States of which many are retried at once. */
export const RETRIED_TOGETHER: readonly DocumentState[] = CAN_RETRY.filter((state) => state !== 'alarm')

/**
 * Makes many documents due now, in one commit and in the backlog's lane, so that the sale at the counter still goes first. What is being tried
 * at this moment, what cannot be retried, and an alarm, which a person looks at one by one, is left alone. Says how many were made due.
 */
export const retryBatch =
  ({ stores, unitOfWork, clock }: Dependencies) =>
  (externalRefs: readonly string[]): number =>
    unitOfWork.run(() => {
      const now = clock.now()
      let retried = 0
      for (const externalRef of externalRefs) {
        const document = stores.documents.find(externalRef)
        const entry = stores.outbox.find(externalRef)
        if (!document || !RETRIED_TOGETHER.includes(document.state) || entry.state === 'claimed') continue
        const { state, step } = transition(document.state, 'retried')
        const after = { ...document, state }
        if (state !== document.state) stores.documents.update(after)
        const lane = step === 'watch' ? 'watch' : 'backlog'
        stores.outbox.place(externalRef, { state: 'due', step, lane, dueAt: now, tries: entry.tries })
        stores.journal.append({ kind: 'act', at: now, act: 'retried', externalRef, reason: '', document: after })
        retried += 1
      }
      return retried
    })
