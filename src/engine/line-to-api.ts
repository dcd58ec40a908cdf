import type { RateBudget } from '#application/ports/fiscal-api.ts'
import type { Instant } from '#domain/clock/local-time.ts'
import type { Outcome } from '#domain/document/outcome.ts'
import { LOCKED_OUT_DELAY_MS, lineDelay, type Random } from '#domain/outbox/retry-policy.ts'

export type LineState = 'online' | 'offline' | 'throttled' | 'key_refused' | 'issuer_refused' | 'no_key'

export type LineToApi = {
  state(): LineState
  since(): Instant
  /** Until then nothing is sent. */
  holdUntil(): Instant
  /** How many calls may be under way: one while the line is down, as a probe. */
  limit(most: number): number
  /** Until then the rest of the minute's budget is for the counter. */
  sparesUntil(): Instant
  /** Takes in what an answer said of the rate budget that all tills of the company share. */
  learnBudget(budget: RateBudget | null, now: Instant): void
  /** Takes in what a call came to; true where the line has just come back. */
  learn(outcome: LineOutcome, now: Instant): boolean
  /** Whether there is a key at all. */
  keyIs(present: boolean, now: Instant): void
  /** The clock was set back: what was to come is no longer known. */
  forgetHold(): void
  /** Somebody asks to try now; a 429 is waited out all the same. */
  release(): void
}

type LineOutcome = { readonly kind: Outcome['kind'] | 'file' | 'not_available' | 'answered' } & Partial<
  Pick<Extract<Outcome, { kind: 'throttled' }>, 'retryAfterMs'> &
    Pick<Extract<Outcome, { kind: 'locked_out' }>, 'reason'>
>

/** One answer that brought nothing may be that document's own trouble; so many in a row are the line's. */
const UNKNOWNS_THAT_MEAN_OFFLINE = 2

/** Calls of a minute's budget that the backlog leaves to the sale at the counter, its ticket and their retries. */
const RESERVED_FOR_THE_COUNTER = 15

const later = (left: Instant, right: Instant): Instant => (left > right ? left : right)

/** What the calls so far tell of the line to the API as a whole, apart from any single document. Kept in memory: the first call after a start tells anew. */
export const createLine = (random: Random, startedAt: Instant): LineToApi => {
  let state: LineState = 'online'
  let since = startedAt
  let holdUntil = 0
  let failures = 0
  let sparesUntil = 0

  const become = (next: LineState, now: Instant): void => {
    if (next !== state) since = now
    state = next
  }
  /** The API said when to come back: until then nothing that another call learns changes that. */
  const isToldToWait = (now: Instant): boolean => state !== 'online' && state !== 'offline' && holdUntil > now
  const fail = (now: Instant, down: boolean): void => {
    failures += 1
    if (!down || isToldToWait(now)) return
    become('offline', now)
    holdUntil = now + lineDelay(failures, random)
  }
  const recover = (now: Instant): boolean => {
    if (isToldToWait(now)) return false
    const wasDown = state !== 'online'
    failures = 0
    holdUntil = 0
    become('online', now)
    return wasDown
  }

  return {
    state: () => state,
    since: () => since,
    holdUntil: () => holdUntil,
    limit: (most) => (state === 'online' && failures === 0 ? most : 1),
    learn: (outcome, now) => {
      switch (outcome.kind) {
        case 'unreachable':
          fail(now, true)
          return false
        case 'unknown':
          fail(now, failures + 1 >= UNKNOWNS_THAT_MEAN_OFFLINE)
          return false
        case 'throttled':
          become('throttled', now)
          holdUntil = later(holdUntil, now + (outcome.retryAfterMs ?? 0))
          return false
        case 'locked_out':
          become(outcome.reason === 'issuer' ? 'issuer_refused' : 'key_refused', now)
          holdUntil = later(holdUntil, now + LOCKED_OUT_DELAY_MS)
          return false
        default:
          return recover(now)
      }
    },
    keyIs: (present, now) => {
      if (!present) become('no_key', now)
      else if (state === 'no_key') recover(now)
    },
    sparesUntil: () => sparesUntil,
    learnBudget: (budget, now) => {
      if (budget) sparesUntil = budget.remaining <= RESERVED_FOR_THE_COUNTER ? now + budget.resetMs : 0
    },
    forgetHold: () => {
      holdUntil = 0
      sparesUntil = 0
    },
    release: () => {
      if (state !== 'throttled') holdUntil = 0
    },
  }
}
