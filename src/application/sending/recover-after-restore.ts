import { transition } from '#domain/document/document-state.ts'
import type { Stores } from '../ports/stores.ts'
import type { Clock, UnitOfWork } from '../ports/system.ts'
import { recordAttempt } from './record-attempt.ts'

type Dependencies = {
  readonly stores: Pick<Stores, 'documents' | 'outbox' | 'journal'>
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
}

/**
 * The till goes on from a backup, or on another machine: whatever is not finished here may have been issued since, so each such document
 * is asked about before anything of it is sent. Says how many there were.
 */
export const recoverAfterRestore =
  ({ stores, unitOfWork, clock }: Dependencies) =>
  (): number =>
    unitOfWork.run(() => {
      const unfinished = stores.documents.unfinished()
      const now = clock.now()
      for (const document of unfinished) {
        const { state, step } = transition(document.state, 'restored')
        const restored = { ...document, state }
        stores.documents.update(restored)
        recordAttempt(stores, restored, {
          call: 'status',
          revision: document.revision,
          startedAt: now,
          endedAt: now,
          outcome: 'restored',
          httpStatus: null,
          detail: '',
          answer: null,
        })
        const lane = step === 'watch' ? 'watch' : 'backlog'
        const entryState = step === 'park' ? 'parked' : 'due'
        stores.outbox.place(document.externalRef, { state: entryState, step, lane, dueAt: now, tries: 0 })
      }
      return unfinished.length
    })
