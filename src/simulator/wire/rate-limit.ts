export type RateLimits = { readonly perMinute: number; readonly perHour: number }

/** What is left of a company's budget, as the X-RateLimit headers tell it, and whether this request is within it. */
export type Budget = {
  readonly headers: Readonly<Record<string, string>>
  readonly exceeded: { readonly detail: string; readonly retryAfterSeconds: number } | null
}

export type RateLimiter = {
  /** Spends one request; one that is refused costs nothing. */
  spend(company: string): Budget
  /** Only looks. */
  look(company: string): Budget
}

const UNLIMITED: RateLimits = { perMinute: 1_000_000, perHour: 50_000_000 }

type Window = { startedAt: number; spent: number }

const current = (windows: Map<string, Window>, company: string, now: number, lengthMs: number): Window => {
  const known = windows.get(company)
  if (known && now >= known.startedAt && now < known.startedAt + lengthMs) return known
  const fresh = { startedAt: now, spent: 0 }
  windows.set(company, fresh)
  return fresh
}

/**
 * Counts requests in fixed windows of a minute and an hour, each beginning with its first request.
 * Source: Ocote API contract, §5; assumption: the kind of window, and that X-RateLimit-Reset is the seconds until the
 * window that limits now is over.
 */
export const createRateLimiter = (limits: RateLimits | 'none', now: () => number): RateLimiter => {
  const { perMinute, perHour } = limits === 'none' ? UNLIMITED : limits
  const minutes = new Map<string, Window>()
  const hours = new Map<string, Window>()

  const measure = (company: string, spends: boolean): Budget => {
    const at = now()
    const minute = current(minutes, company, at, 60_000)
    const hour = current(hours, company, at, 3_600_000)
    const overHour = hour.spent >= perHour
    const overMinute = minute.spent >= perMinute
    if (spends && !overHour && !overMinute) {
      minute.spent += 1
      hour.spent += 1
    }
    const resetAt = overHour ? hour.startedAt + 3_600_000 : minute.startedAt + 60_000
    const resetSeconds = Math.max(1, Math.ceil((resetAt - at) / 1_000))
    const detail = overHour
      ? `Limite de ${perHour} requests por hora excedido`
      : `Limite de ${perMinute} requests por minuto excedido`
    return {
      headers: {
        'X-RateLimit-Limit-Minute': String(perMinute),
        'X-RateLimit-Limit-Hour': String(perHour),
        'X-RateLimit-Remaining-Minute': String(Math.max(0, perMinute - minute.spent)),
        'X-RateLimit-Remaining-Hour': String(Math.max(0, perHour - hour.spent)),
        'X-RateLimit-Reset': String(resetSeconds),
      },
      exceeded: overHour || overMinute ? { detail, retryAfterSeconds: resetSeconds } : null,
    }
  }

  return { spend: (company) => measure(company, true), look: (company) => measure(company, false) }
}
