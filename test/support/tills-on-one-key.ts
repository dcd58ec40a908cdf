import { callBegan, callEnded, NO_PACE, nextPacedCall, type Pace, type PacedCall } from '#domain/outbox/pacing.ts'
import type { RateBudget } from '#domain/outbox/rate-budget.ts'
import { createRateLimiter, type RateLimits } from '#simulator/wire/rate-limit.ts'

type Answer = { readonly budget: RateBudget; readonly isRefused: boolean }
type Limiter = { spend(): Answer }

export type Shop = {
  readonly tills: number
  readonly seed: number
  readonly minutes: number
  readonly limits: RateLimits
  /** fixed: the simulator's own · sliding: what was asked in the last 60 seconds, `Reset` telling when the oldest of it is forgotten. */
  readonly window: 'fixed' | 'sliding'
  readonly latencyMs: readonly [number, number]
  /** Seconds between two sales at each counter, about; none without. */
  readonly saleEverySeconds?: number
  /** What each till has without end. */
  readonly work?: PacedCall
  /** The first till closes at this minute. */
  readonly firstLeavesAtMinute?: number
}

export type Call = {
  readonly at: number
  readonly till: number
  readonly isRefused: boolean
  readonly isPaced: boolean
}

const IN_FLIGHT = 4
const WITHIN_MS = 60_000

/** mulberry32: small, seeded, good enough to deal out latencies. */
export const seeded = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const fixedWindows = (limits: RateLimits, now: () => number): Limiter => {
  const limiter = createRateLimiter(limits, now)
  return {
    spend: () => {
      const { headers, exceeded } = limiter.spend('the company')
      const told = (name: string) => Number(headers[`X-RateLimit-${name}`])
      const budget = {
        limitMinute: told('Limit-Minute'),
        remainingMinute: told('Remaining-Minute'),
        limitHour: told('Limit-Hour'),
        remainingHour: told('Remaining-Hour'),
        resetMs: Math.min(told('Reset') * 1_000, WITHIN_MS),
      }
      return { budget, isRefused: exceeded !== null }
    },
  }
}

const slidingWindow = ({ perMinute }: RateLimits, now: () => number): Limiter => {
  let calls: readonly number[] = []
  return {
    spend: () => {
      calls = calls.filter((at) => at > now() - WITHIN_MS)
      const isRefused = calls.length >= perMinute
      if (!isRefused) calls = [...calls, now()]
      const resetMs = Math.max(Math.ceil(((calls[0] ?? now()) + WITHIN_MS - now()) / 1_000) * 1_000, 1_000)
      const budget = { limitMinute: perMinute, remainingMinute: perMinute - calls.length, resetMs }
      return { budget: { ...budget, limitHour: null, remainingHour: null }, isRefused }
    },
  }
}

/** Events in order of time. */
const createAgenda = (startsAt: number) => {
  let now = startsAt
  const events: { readonly at: number; readonly happen: () => void }[] = []
  return {
    now: () => now,
    at: (at: number, happen: () => void): void => {
      let place = events.length
      while (place > 0 && (events[place - 1]?.at ?? 0) < at) place -= 1
      events.splice(place, 0, { at, happen })
    },
    runUntil: (end: number): void => {
      for (let next = events.pop(); next && next.at <= end; next = events.pop()) {
        now = next.at
        next.happen()
      }
    },
  }
}

/**
 * Tills of one company, each with a backlog without end, over one rate limiter in a time of their own. A call is counted half its latency
 * after it was made. Answers with every call, in order.
 */
export const tillsOnOneKey = (shop: Shop): readonly Call[] => {
  const random = seeded(shop.seed)
  const agenda = createAgenda(1_000_000)
  const { now } = agenda
  const limiter = (shop.window === 'fixed' ? fixedWindows : slidingWindow)(shop.limits, now)
  const calls: Call[] = []
  const [shortest, longest] = shop.latencyMs
  const startsAt = now()
  const paced = shop.work ?? 'backlog'

  const openTill = (till: number): void => {
    let pace: Pace = NO_PACE
    let inFlight = 0
    let heldUntil = 0
    let looksAt = Number.POSITIVE_INFINITY
    const closesAt =
      till === 0 ? startsAt + (shop.firstLeavesAtMinute ?? Number.POSITIVE_INFINITY) * 60_000 : Number.POSITIVE_INFINITY
    const isClosed = () => now() >= closesAt
    const isHeld = () => heldUntil > now() || isClosed()

    const call = (isPaced: boolean): void => {
      const latency = shortest + random() * (longest - shortest)
      pace = callBegan(pace, isPaced ? paced : 'counter', now(), random)
      inFlight += 1
      agenda.at(now() + latency / 2, () => {
        const { budget, isRefused } = limiter.spend()
        calls.push({ at: now() - startsAt, till, isRefused, isPaced })
        agenda.at(now() + latency / 2, () => {
          inFlight -= 1
          pace = callEnded(pace, budget, now())
          if (isRefused) heldUntil = now() + budget.resetMs
          look()
        })
      })
    }
    const lookAt = (at: number): void => {
      if (looksAt > now() && looksAt <= at) return
      looksAt = at
      agenda.at(at, () => {
        if (looksAt === at) look()
      })
    }
    const look = (): void => {
      looksAt = Number.POSITIVE_INFINITY
      while (!isClosed() && inFlight < IN_FLIGHT) {
        const at = nextPacedCall(pace, paced, now())
        if (at === null) break
        const from = Math.max(at, heldUntil)
        if (from > now()) {
          lookAt(from)
          break
        }
        call(true)
      }
    }
    const sell = (everyMs: number): void => {
      if (!isHeld()) call(false)
      agenda.at(now() + 2 * random() * everyMs, () => sell(everyMs))
    }
    agenda.at(startsAt + random() * 20_000, look)
    const { saleEverySeconds } = shop
    if (saleEverySeconds !== undefined)
      agenda.at(startsAt + 20_000 + random() * saleEverySeconds * 1_000, () => sell(saleEverySeconds * 1_000))
  }

  for (let till = 0; till < shop.tills; till += 1) openTill(till)
  agenda.runUntil(startsAt + shop.minutes * 60_000)
  return calls
}
