import type { Claim, Stores, Takes } from '#application/ports/stores.ts'
import type { UnitOfWork } from '#application/ports/system.ts'
import { reach } from '#failpoint'

type Dependencies = { readonly stores: Pick<Stores, 'outbox'>; readonly unitOfWork: UnitOfWork }

export type ClaimsAhead = {
  /** The next entry that somebody waits for at the counter. */
  ofCounter(now: number, takes: Takes): Claim | undefined
  /** The next of the backlog: from what is in hand, else up to `most` are claimed. */
  ofBacklog(now: number, most: number, takes: Takes): Claim | undefined
  /** The next question about a document in contingency. */
  ofWatched(now: number): Claim | undefined
  /** One to find out with how the line is: not the one that failed last, where there is another. */
  ofThoseThatWait(now: number, takes: Takes): Claim | undefined
  /** Of the backlog, only from what is in hand, and not before the counter's: costs no commit. */
  inHandFirst(now: number): Claim | undefined
  inHand(): number
  /** What was claimed and surely not sent goes back to its place. */
  release(): void
}

/** Claims are made durable a handful at a time where the line takes them at once, because each commit costs a flush of the disk. */
export const MOST_CLAIMED_AHEAD = 32

export const createClaimsAhead = ({ stores, unitOfWork }: Dependencies): ClaimsAhead => {
  let ahead: Claim[] = []
  const durably = <T>(claim: () => T): T => {
    const claimed = unitOfWork.run(() => {
      const taken = claim()
      reach('claim_before_commit')
      return taken
    })
    reach('claim_after_commit')
    return claimed
  }
  const claim = (now: number, most: number, takes: Takes): readonly Claim[] =>
    durably(() => stores.outbox.claim(now, most, takes))
  return {
    ofCounter: (now, takes) => (stores.outbox.isCounterDue(now, takes) ? claim(now, 1, takes)[0] : undefined),
    ofBacklog: (now, most, takes) => {
      if (ahead.length === 0 && stores.outbox.isDocumentDue(now, takes)) ahead = [...claim(now, most, takes)]
      return ahead.shift()
    },
    ofWatched: (now) => durably(() => stores.outbox.claimWatched(now)) ?? undefined,
    ofThoseThatWait: (now, takes) => durably(() => stores.outbox.claimLongestDue(now, takes)) ?? undefined,
    inHandFirst: (now) => (ahead.length > 0 && !stores.outbox.isCounterDue(now) ? ahead.shift() : undefined),
    inHand: () => ahead.length,
    release: () => {
      if (ahead.length === 0) return
      unitOfWork.runRelaxed(() => {
        for (const { externalRef, claimedAt: _, ...entry } of ahead)
          stores.outbox.place(externalRef, { ...entry, state: 'due' })
      })
      ahead = []
    },
  }
}
