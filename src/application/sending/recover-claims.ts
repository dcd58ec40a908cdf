import { transition } from '#domain/document/document-state.ts'
import { reach } from '#failpoint'
import type { Stores } from '../ports/stores.ts'
import type { Clock, UnitOfWork } from '../ports/system.ts'
import { recordAttempt } from './record-attempt.ts'
import { callOf } from './step-calls.ts'

type Dependencies = {
  readonly stores: Pick<Stores, 'documents' | 'outbox' | 'journal'>
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
}

/**
 * Claims whose sender is gone: what they sent may have arrived, so each is asked about before anything is sent again. To be called
 * by the one sender, before its first try. Says how many there were.
 */
export const recoverClaims =
  ({ stores, unitOfWork, clock }: Dependencies) =>
  (): number => {
    const recovered = unitOfWork.run(() => {
      const claims = stores.outbox.claimed()
      const now = clock.now()
      for (const claim of claims) {
        const document = stores.documents.find(claim.externalRef)
        if (!document) throw new Error(`claimed entry without a document: ${claim.externalRef}`)
        const { state, step } = transition(document.state, 'unknown')
        const recovered = { ...document, state }
        stores.documents.update(recovered)
        recordAttempt(stores, recovered, {
          call: callOf(claim),
          revision: document.revision,
          startedAt: claim.claimedAt,
          endedAt: now,
          outcome: 'interrupted',
          httpStatus: null,
          detail: '',
          answer: null,
        })
        stores.outbox.place(claim.externalRef, { state: 'due', step, lane: claim.lane, dueAt: now, tries: claim.tries })
      }
      reach('recover_before_commit')
      return claims.length
    })
    reach('recover_after_commit')
    return recovered
  }
