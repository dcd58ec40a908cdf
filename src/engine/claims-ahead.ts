import type { Claim, Stores } from '#application/ports/stores.ts'
import type { UnitOfWork } from '#application/ports/system.ts'

type Dependencies = { readonly stores: Pick<Stores, 'outbox'>; readonly unitOfWork: UnitOfWork }

export type ClaimsAhead = {
  /** The next entry to try: the counter's first, even before what is in hand; nothing but the counter's where told so. */
  next(now: number, onlyCounter: boolean): Claim | undefined
  /** The same, only from what is in hand: costs no commit. */
  nextInHand(now: number): Claim | undefined
  inHand(): number
  /** What was claimed and surely not sent goes back to its place. */
  release(): void
}

/** Claims are made durable a handful at a time, because each commit costs a flush of the disk. */
const CLAIMED_AT_A_TIME = 32

export const createClaimsAhead = ({ stores, unitOfWork }: Dependencies): ClaimsAhead => {
  let ahead: Claim[] = []
  const counterGoesFirst = (now: number): boolean => ahead[0]?.lane === 'backlog' && stores.outbox.isCounterDue(now)
  return {
    next: (now, onlyCounter) => {
      const overtakes = onlyCounter || ahead[0]?.lane === 'backlog' ? stores.outbox.isCounterDue(now) : false
      if (onlyCounter && !overtakes) return undefined
      if (ahead.length === 0 || overtakes)
        ahead.unshift(...unitOfWork.run(() => stores.outbox.claim(now, overtakes ? 1 : CLAIMED_AT_A_TIME)))
      return ahead.shift()
    },
    nextInHand: (now) => (counterGoesFirst(now) ? undefined : ahead.shift()),
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
