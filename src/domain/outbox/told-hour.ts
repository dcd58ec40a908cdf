import type { Instant } from '../clock/local-time.ts'
import type { RateBudget } from './rate-budget.ts'
import { MINUTE_MS, most } from './told-budget.ts'

/** The budget of the hour. When it ends is told nowhere: it is known once there is more of it again, and until then it is taken to have just begun. */
export type ToldHour = { readonly limit: number; readonly remaining: number; readonly endsAt: Instant }

const HOUR_MS = 60 * MINUTE_MS

/** So much more than before, as a share of the whole, is the budget of another hour: answers overtake one another by a few calls only. */
const ANOTHER_HOUR = 0.01
/** Above this share of the hour's budget the backlog takes what the minute has; below it, what is left is spread over the rest of the hour. */
const SPREAD_FROM = 0.5
/** This share is the counter's. */
const RESERVED = 0.03
/** Where only that is left, the backlog looks once in so long whether there is more again. */
const LOOKS_EVERY_MS = 4 * MINUTE_MS

export const hearHour = (before: ToldHour | null, budget: RateBudget, now: Instant): ToldHour | null => {
  const { limitHour: limit, remainingHour: remaining } = budget
  if (limit === null || remaining === null) return null
  const isAnother = before === null || now >= before.endsAt || remaining > before.remaining + limit * ANOTHER_HOUR
  return { limit, remaining, endsAt: isAnother ? now + HOUR_MS : before.endsAt }
}

/** Nothing is left but what is the counter's. */
export const isHourSpent = (hour: ToldHour | null, now: Instant): boolean =>
  hour !== null && now < hour.endsAt && hour.remaining <= hour.limit * RESERVED

/** Calls a minute that all tills together may make for the hour's sake; no limit where the minute's budget alone counts. */
export const allowedInMinute = (hour: ToldHour | null, now: Instant): number => {
  if (hour === null || now >= hour.endsAt || hour.remaining > hour.limit * SPREAD_FROM) return Number.POSITIVE_INFINITY
  if (isHourSpent(hour, now)) return MINUTE_MS / LOOKS_EVERY_MS
  return most(((hour.remaining - hour.limit * RESERVED) * MINUTE_MS) / (hour.endsAt - now), 1)
}
