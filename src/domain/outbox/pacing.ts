import type { Instant } from '../clock/local-time.ts'
import type { RateBudget } from './rate-budget.ts'
import type { Random } from './retry-policy.ts'
import { hearBudget, isPast, least, MINUTE_MS, most, type ToldBudget } from './told-budget.ts'
import { allowedInMinute, hearHour, isHourSpent, type ToldHour } from './told-hour.ts'

/**
 * backlog: documents, which may take all the budget · leisure: questions about documents in contingency, and files that nobody waits for,
 * which take a part at most. A call that somebody waits for at the counter is not paced.
 */
export type PacedCall = 'backlog' | 'leisure'

const PART = { backlog: 1, leisure: 0.4 } as const satisfies Record<PacedCall, number>

/** What one till knows of the budget that all tills of a company share, and how far it is on the way to the backlog's next call. */
export type Pace = {
  readonly told: ToldBudget | null
  readonly hour: ToldHour | null
  /** Calls of the told minute that the hour's budget allows: never more again in the same minute, or all tills would catch up at once. */
  readonly allowed: number
  /** The API answers without saying anything of a budget. */
  readonly untold: boolean
  readonly underWay: number
  /** The backlog's calls a millisecond, smoothed; null before anything is told. */
  readonly usual: number | null
  /** From 1 on such a call may be made. */
  readonly credit: Readonly<Record<PacedCall, number>>
  readonly at: Instant
}

export const NO_PACE: Pace = {
  told: null,
  hour: null,
  allowed: Number.POSITIVE_INFINITY,
  untold: false,
  underWay: 0,
  usual: null,
  credit: { backlog: 1, leisure: 1 },
  at: 0,
}

/** Shares of the minute's budget that are scheduled; a till that has it for itself adds the second. The rest is for the counter. */
const SCHEDULED = 0.953
const SCHEDULED_MORE_ALONE = 0.015
/** The same of the last 60 seconds, where these slide: every burst comes back a minute later. */
const SCHEDULED_SLIDING = 0.87

/** Seconds' worth of calls ahead of the schedule that halve a till's rate; the last part of the minute mends faster. */
const HALVED_BY_S = 6
const HALVED_AT_THE_END = 0.3
const HALVED_SLIDING_S = 2

/** How much a till keeps to its usual rate. What is left is the pull that makes all tills' rates alike in the long run. */
const KEEPS = 0.85
const SMOOTHED_OVER_MS = 20_000
/** Of the whole rate: how slow a till may be by habit, how fast it catches up with the schedule, how slow it goes where the minute slides. */
const SLOWEST_HABIT = 1 / 32
const CATCHES_UP = 4
const SLOWEST_SLIDING = 1 / 20

/** So many calls are left untouched, and of the calls that could have been made since the last answer this share. */
const UNTOUCHED = 1.5
const UNTOUCHED_SINCE = 0.2
const SILENT_AT_MOST_MS = 5_000

/** Calls that were not made in so long may be made at once. */
const BURST_MS = 250
const UNEVEN = 0.5
const LOOKS_AGAIN_MS = 1_000

/** Calls that all tills together should have made at `now`, in a minute that began at `startsAt`. */
const scheduled = ({ limit, slides }: ToldBudget, share: number, startsAt: Instant, now: Instant): number => {
  if (slides) return limit * SCHEDULED_SLIDING
  const part = least(most(now - startsAt, 0), MINUTE_MS) / MINUTE_MS
  return limit * (SCHEDULED + SCHEDULED_MORE_ALONE * least(share, 1)) * part
}

/**
 * Calls a millisecond that may be made now.
 *
 * Decided: what is left of the minute is spread over it by a schedule that every till reckons from the same headers. How far all together are
 * ahead of it or behind is one figure that all see alike, so each answers it with a rate that depends on it: nobody needs to know how many there
 * are. Rates that follow one price, with a pull to the same middle, become alike (as in Kelly's and Chiu–Jain's work on shared lines); and
 * what the counter takes unasked slows the backlog of all tills by itself.
 */
const rateAt = ({ told: ofMinute, hour, allowed, usual, underWay }: Pace, kind: PacedCall, now: Instant): number => {
  if (ofMinute === null) return 0
  if (isHourSpent(hour, now)) return allowedInMinute(hour, now) / MINUTE_MS
  const inTold = now < ofMinute.endsAt ? allowed : ofMinute.limit
  const told = { ...ofMinute, limit: least(least(ofMinute.limit, inTold), allowedInMinute(hour, now)) }
  const { limit, slides } = told
  const part = PART[kind]
  const whole = (limit / MINUTE_MS) * part
  const habit = most((usual ?? limit / MINUTE_MS) * part, whole * SLOWEST_HABIT)
  const isOver = !slides && now >= told.endsAt
  const startsAt = isOver ? told.endsAt : told.endsAt - MINUTE_MS
  const share = habit / whole
  const halvedBy = most(1, whole * 1_000 * (slides ? HALVED_SLIDING_S : HALVED_BY_S))

  const since = now - told.at
  const toldBehind = part * scheduled(told, share, told.endsAt - MINUTE_MS, told.at) - told.spent
  // What this till does not take while it waits is left over; of a minute that is over little can be held against anybody.
  const behind = (isOver ? most(toldBehind, -3 * halvedBy) : toldBehind) - underWay + least(habit * since, halvedBy)
  const left = limit - part * scheduled(told, share, startsAt, now) + behind
  if (left < UNTOUCHED + UNTOUCHED_SINCE * whole * since && !(slides && since > SILENT_AT_MOST_MS)) return 0

  const remaining = most(0, 1 - (now - startsAt) / MINUTE_MS)
  const steepness = slides ? 1 : HALVED_AT_THE_END + (1 - HALVED_AT_THE_END) * remaining
  const price = 2 ** least(behind / most(1, halvedBy * steepness), 40)
  const wanted = whole ** (1 - KEEPS) * habit ** KEEPS * price
  const [slowest, fastest] = slides ? [whole * SLOWEST_SLIDING, whole] : [1 / MINUTE_MS, whole * CATCHES_UP]
  return most(least(wanted, fastest), slowest)
}

const earned = (pace: Pace, kind: PacedCall, now: Instant): number => {
  const rate = rateAt(pace, kind, now)
  return least(pace.credit[kind] + rate * (now - pace.at), most(1, rate * BURST_MS))
}

/** The same pace at a later moment. A clock that was set back makes it begin anew, and what is long past is forgotten. */
const paceAt = (pace: Pace, now: Instant): Pace => {
  if (now < pace.at) return { ...NO_PACE, underWay: pace.underWay, at: now }
  if (pace.told === null || (isPast(pace.told, now) && !isHourSpent(pace.hour, now)))
    return { ...pace, told: null, at: now }
  const rate = rateAt(pace, 'backlog', now)
  const usual = pace.usual ?? pace.told.limit / MINUTE_MS
  return {
    ...pace,
    at: now,
    credit: { backlog: earned(pace, 'backlog', now), leisure: earned(pace, 'leisure', now) },
    usual: rate > 0 ? rate + (usual - rate) * 2 ** (-(now - pace.at) / SMOOTHED_OVER_MS) : usual,
  }
}

/** When such a call may be made next, as far as is known now; `now` where it may at once. Null: after an answer. */
export const nextPacedCall = (earlier: Pace, kind: PacedCall, now: Instant): Instant | null => {
  const pace = paceAt(earlier, now)
  if (pace.told === null) return pace.untold || pace.underWay === 0 ? now : null
  const rate = rateAt(pace, kind, now)
  // A rate changes while one waits.
  if (rate === 0) return now + LOOKS_AGAIN_MS
  const missing = 1 - pace.credit[kind]
  return missing <= 0 ? now : now + least(most(missing / rate, 1), LOOKS_AGAIN_MS)
}

/** How many of the backlog's calls go out in the next moment, from 1 to `limit`. */
export const callsSoon = (earlier: Pace, limit: number, now: Instant): number => {
  const pace = paceAt(earlier, now)
  if (pace.told === null) return pace.untold ? limit : 1
  return most(1, least(limit, pace.credit.backlog + rateAt(pace, 'backlog', now) * BURST_MS)) | 0
}

/** A call goes out: a paced one, or one that somebody waits for, which is only counted. */
export const callBegan = (earlier: Pace, kind: PacedCall | 'counter', now: Instant, random: Random): Pace => {
  const pace = paceAt(earlier, now)
  const underWay = pace.underWay + 1
  if (kind === 'counter') return { ...pace, underWay }
  // Calls that were made whatever the pace said, such as probes, are not held against it for long.
  const left = most(pace.credit[kind] - 1 + UNEVEN * (random() - 0.5), -1)
  return { ...pace, underWay, credit: { ...pace.credit, [kind]: left } }
}

/** A call came to its end, and told of the budget or not. */
export const callEnded = (earlier: Pace, budget: RateBudget | null, now: Instant): Pace => {
  const pace = paceAt(earlier, now)
  const underWay = most(pace.underWay - 1, 0)
  if (budget === null) return { ...pace, underWay, untold: pace.told === null }
  const hour = hearHour(pace.hour, budget, now)
  const told = hearBudget(pace.told, budget, now)
  const fresh = allowedInMinute(hour, now)
  const allowed = told.endToldAt === pace.told?.endToldAt ? least(pace.allowed, fresh) : fresh
  return { ...pace, underWay, untold: false, told, hour, allowed }
}
