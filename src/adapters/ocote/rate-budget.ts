import type { RateBudget } from '#application/ports/fiscal-api.ts'

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>

const MOST_RESET_S = 60

/** `X-RateLimit-Remaining-Minute` and `X-RateLimit-Reset` (Ocote API contract, §5); null where either is missing or no whole number. */
export const rateBudget = (headers: Headers): RateBudget | null => {
  const [remaining, reset] = ['x-ratelimit-remaining-minute', 'x-ratelimit-reset'].map((name) =>
    String(headers[name] ?? ''),
  )
  if (!/^\d+$/.test(remaining ?? '') || !/^\d+$/.test(reset ?? '')) return null
  return { remaining: Number(remaining), resetMs: Math.min(Number(reset), MOST_RESET_S) * 1000 }
}
