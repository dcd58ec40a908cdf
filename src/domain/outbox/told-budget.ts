import type { Instant } from '../clock/local-time.ts'
import type { RateBudget } from './rate-budget.ts'

/** The budget as the newest answer told it, in the minute that ends at `endsAt`. */
export type ToldBudget = {
  readonly limit: number
  readonly spent: number
  readonly at: Instant
  readonly endsAt: Instant
  /** When an answer first told of this end. */
  readonly endToldAt: Instant
  /** The end moves on with time: what is counted is the last 60 seconds, not a minute that begins anew. */
  readonly slides: boolean
}

export const MINUTE_MS = 60_000

export const least = (left: number, right: number): number => {
  if (left < right) return left
  return right
}
export const most = (left: number, right: number): number => -least(-left, -right)

/** Two answers that tell ends so close tell of the same minute. Seconds are rounded up, and answers take their time. */
const SAME_END_MS = 1_500
const SURELY_SAME_MS = 10_000

/** Answers may overtake one another: within a minute the most that was spent and the earliest end are the newest. */
export const hearBudget = (before: ToldBudget | null, budget: RateBudget, now: Instant): ToldBudget => {
  const { limitMinute: limit, remainingMinute, resetMs } = budget
  const endsAt = now + resetMs
  const news = { limit, spent: limit - remainingMinute, at: now, endsAt, endToldAt: now }
  if (before === null) return { ...news, slides: false }
  const moved = endsAt - before.endsAt
  const isSame = moved > -SAME_END_MS && moved < SAME_END_MS
  if (moved <= -SAME_END_MS && !before.slides) return before
  // A minute that begins anew has an end at least a minute after the one before.
  if (moved >= SAME_END_MS && moved < MINUTE_MS - 2_000) return { ...news, slides: true }
  if (!isSame) return { ...news, slides: before.slides }
  const sameEnd = { endsAt: least(endsAt, before.endsAt), endToldAt: before.endToldAt }
  if (before.slides) return { ...news, ...sameEnd, slides: now - before.endToldAt < SURELY_SAME_MS }
  return { ...news, ...sameEnd, slides: false, spent: most(news.spent, before.spent) }
}

/** Of the minute that was told of and of the next nothing is known any more. */
export const isPast = (told: ToldBudget, now: Instant): boolean => now >= told.endsAt + MINUTE_MS
