import { PAGE_INSTEAD_OF_ANSWER } from '#application/ports/fiscal-api.ts'
import type { Instant } from '#domain/clock/local-time.ts'
import type { Outcome } from '#domain/document/outcome.ts'
import { callBegan, callEnded, callsSoon, NO_PACE, nextPacedCall, type PacedCall } from '#domain/outbox/pacing.ts'
import type { RateBudget } from '#domain/outbox/rate-budget.ts'
import { LOCKED_OUT_DELAY_MS, lineDelay, type Random } from '#domain/outbox/retry-policy.ts'

export type LineState = 'online' | 'offline' | 'throttled' | 'key_refused' | 'issuer_refused' | 'no_key'

export type LineToApi = {
  state(): LineState
  since(): Instant
  /** Until then nothing is sent. */
  holdUntil(): Instant
  /** How many calls may be under way: one while the line is down or in doubt; one more where there is a reason to try at once. */
  limit(most: number): number
  /** Down, and nothing at all answers: not even an error of the API. */
  isSilent(): boolean
  /** When a call last came to its end. */
  heardAt(): Instant
  /** Somebody wants to know whether it is as it seems. */
  doubt(): void
  /** Whether the API itself is to be asked how it is; true once for each doubt. */
  takeDoubt(): boolean
  /** When a paced call may go out next: `now`, or later; null after an answer that is under way. A probe is not paced. */
  nextPaced(kind: PacedCall, now: Instant): Instant | null
  /** How many of the backlog's calls go out in the next moment, from 1 to `most`. */
  callsSoon(most: number, now: Instant): number
  began(kind: PacedCall | 'counter', now: Instant): void
  /** A call that began came to its end, and told of the rate budget that all tills of the company share, or not. */
  ended(budget: RateBudget | null, now: Instant): void
  /** Takes in what a call came to, and which document it was about; true where the line has just come back. */
  learn(outcome: LineOutcome, now: Instant, about?: string): boolean
  /** Whether there is a key at all. */
  keyIs(present: boolean, now: Instant): void
  /** The clock was set back: what was to come is no longer known. */
  forgetHold(): void
  /** Somebody asks to try now, or something answers where nothing did; a 429 is waited out all the same. */
  release(): void
}

export type LineOutcome = {
  /** probed: the API answered a question that is about no document. */
  readonly kind: Outcome['kind'] | 'file' | 'not_available' | 'probed'
  readonly detail?: string
  /** Of the answer; without one nothing answered. */
  readonly httpStatus?: number | null
} & Partial<
  Pick<Extract<Outcome, { kind: 'throttled' }>, 'retryAfterMs'> &
    Pick<Extract<Outcome, { kind: 'locked_out' }>, 'reason'> &
    Pick<Extract<Outcome, { kind: 'unknown' }>, 'answered'>
>

/** One answer that brought nothing may be that document's own trouble; so many in a row are the line's. */
const UNKNOWNS_THAT_MEAN_OFFLINE = 2

const later = (left: Instant, right: Instant): Instant => (left > right ? left : right)

/** No answer, or one by somebody who stands between. An error as a page is the API's own, or its gateway's. */
const isSilence = ({ httpStatus, detail }: LineOutcome): boolean =>
  typeof httpStatus !== 'number' || (detail === PAGE_INSTEAD_OF_ANSWER && httpStatus < 400)

/**
 * What the calls so far tell of the line to the API as a whole, apart from any single document. Kept in memory: the first call after a start
 * tells anew.
 *
 * Decided: an error that a document meets again may be its own, so it is no proof against the line: the API is asked something else. A line
 * that is back by such a question alone is on probation, one call at a time, until a document is answered.
 */
export const createLine = (random: Random, startedAt: Instant): LineToApi => {
  let state: LineState = 'online'
  let since = startedAt
  let holdUntil = 0
  let failures = 0
  let silent = false
  let tryAtOnce = false
  let doubted = false
  /** What met an error when it was last asked about. */
  const suspects = new Set<string>()
  /** What met silence last, and whether the API answered something else since. */
  let silenced: { readonly about: string; readonly isProbedSince: boolean } | null = null
  let heardAt = startedAt
  let pace = NO_PACE

  const isSound = (): boolean => state === 'online' && failures === 0
  const become = (next: LineState, now: Instant): void => {
    if (next !== state) since = now
    state = next
  }
  /** The API said when to come back: until then nothing that another call learns changes that. */
  const isToldToWait = (now: Instant): boolean => state !== 'online' && state !== 'offline' && holdUntil > now
  const fail = (outcome: LineOutcome, now: Instant, down: boolean): void => {
    failures += 1
    tryAtOnce = false
    silent = isSilence(outcome)
    if (!down || isToldToWait(now)) return
    become('offline', now)
    holdUntil = now + lineDelay(failures, random)
  }
  /** Down no more, and where a document was answered, sound. */
  const recover = (now: Instant, sound = true): boolean => {
    if (isToldToWait(now)) return false
    const wasDown = state !== 'online'
    if (sound) failures = 0
    tryAtOnce = false
    holdUntil = 0
    become('online', now)
    return wasDown
  }
  const holdFor = (next: LineState, ms: number, now: Instant): false => {
    become(next, now)
    holdUntil = later(holdUntil, now + ms)
    return false
  }

  const learnUnknown = (outcome: LineOutcome, now: Instant, about: string | undefined): boolean => {
    if (outcome.answered) return recover(now)
    if (about !== undefined) {
      const isSilent = isSilence(outcome)
      // One that hangs again while the API answers all else is suspected as well.
      const isKnown = suspects.has(about) || (isSilent && silenced?.about === about && silenced.isProbedSince)
      if (!isSilent || isKnown) suspects.add(about)
      if (isSilent) silenced = { about, isProbedSince: false }
      doubted ||= isKnown
      if (state === 'online' && isKnown) return false
    }
    fail(outcome, now, failures + 1 >= UNKNOWNS_THAT_MEAN_OFFLINE)
    return false
  }

  return {
    state: () => state,
    since: () => since,
    holdUntil: () => holdUntil,
    limit: (most) => {
      if (isSound()) return most
      return tryAtOnce ? 2 : 1
    },
    isSilent: () => state === 'offline' && silent,
    heardAt: () => heardAt,
    doubt: () => {
      doubted = true
    },
    takeDoubt: () => {
      const taken = doubted
      doubted = false
      return taken
    },
    nextPaced: (kind, now) => (isSound() ? nextPacedCall(pace, kind, now) : now),
    callsSoon: (most, now) => (isSound() ? callsSoon(pace, most, now) : 1),
    began: (kind, now) => {
      pace = callBegan(pace, kind, now, random)
    },
    ended: (budget, now) => {
      pace = callEnded(pace, budget, now)
      heardAt = now
    },
    learn: (outcome, now, about) => {
      switch (outcome.kind) {
        case 'unreachable':
          fail(outcome, now, true)
          return false
        case 'unknown':
          return learnUnknown(outcome, now, about)
        case 'probed':
          silenced = silenced && { ...silenced, isProbedSince: true }
          return recover(now, false)
        case 'throttled':
          return holdFor('throttled', outcome.retryAfterMs ?? 0, now)
        case 'locked_out':
          return holdFor(outcome.reason === 'issuer' ? 'issuer_refused' : 'key_refused', LOCKED_OUT_DELAY_MS, now)
        default:
          if (about !== undefined) suspects.delete(about)
          return recover(now)
      }
    },
    keyIs: (present, now) => {
      if (!present) become('no_key', now)
      else if (state === 'no_key') recover(now)
    },
    forgetHold: () => {
      holdUntil = 0
      heardAt = 0
    },
    release: () => {
      if (state === 'throttled') return
      holdUntil = 0
      tryAtOnce = true
    },
  }
}
