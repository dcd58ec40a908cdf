import { THROTTLED_DELAY_MS } from '#domain/outbox/retry-policy.ts'

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>

const MOST_MS = 3_600_000

const first = (headers: Headers, name: string): string => {
  const value = headers[name]
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim()
}

/** Milliseconds to wait after a 429: `Retry-After` in seconds or as a date, else `X-RateLimit-Reset` in seconds; from 1 s to 1 h. */
export const retryAfterMs = (headers: Headers, now: number): number => {
  const asked = first(headers, 'retry-after')
  const date = Date.parse(asked)
  const seconds = /^\d+$/.test(asked) ? asked : first(headers, 'x-ratelimit-reset')
  const wait =
    /^\d+$/.test(asked) || Number.isNaN(date) ? Number(/^\d+$/.test(seconds) ? seconds : Number.NaN) * 1000 : date - now
  return Number.isNaN(wait) ? THROTTLED_DELAY_MS : Math.min(Math.max(wait, 1000), MOST_MS)
}
