import type { RateBudget } from '#domain/outbox/rate-budget.ts'

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>

const MOST_RESET_S = 60
/** Documented; for an answer that does not say. */
const LIMIT_MINUTE = 120

const wholeNumber = (headers: Headers, name: string): number | null => {
  const value = String(headers[`x-ratelimit-${name}`] ?? '').trim()
  return /^\d{1,15}$/.test(value) ? Number(value) : null
}

/**
 * The `X-RateLimit-*` headers (Ocote API contract, §5); null where what is left of the minute, or how long it lasts, is missing or no whole
 * number. A limit below what is left cannot be one.
 */
export const rateBudget = (headers: Headers): RateBudget | null => {
  const remainingMinute = wholeNumber(headers, 'remaining-minute')
  const reset = wholeNumber(headers, 'reset')
  if (remainingMinute === null || reset === null) return null
  return {
    limitMinute: Math.max(wholeNumber(headers, 'limit-minute') || LIMIT_MINUTE, remainingMinute),
    remainingMinute,
    limitHour: wholeNumber(headers, 'limit-hour'),
    remainingHour: wholeNumber(headers, 'remaining-hour'),
    resetMs: Math.min(reset, MOST_RESET_S) * 1000,
  }
}
