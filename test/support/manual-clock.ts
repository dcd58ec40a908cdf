import type { Clock } from '#application/ports/system.ts'
import type { Timers } from '#engine/timers.ts'

export type ManualClock = Clock &
  Timers & {
    /** Moves on by so many milliseconds, ringing on the way what was to ring. */
    advance(ms: number): void
    /** Somebody sets the clock back; timers, which do not go by it, still ring when they would have. */
    setBack(ms: number): void
    /** The same forward; or the machine slept for so long. */
    setForward(ms: number): void
    /** Moves on to the next ring; false where nothing waits to ring. */
    advanceToNextRing(): boolean
  }

/** 2026-11-20 10:00 in El Salvador, a Friday. */
export const FRIDAY_MORNING = Date.UTC(2026, 10, 20, 16)

/** Time that moves only when a test says so. */
export const manualClock = (startsAt = FRIDAY_MORNING): ManualClock => {
  let now = startsAt
  const waiting = new Set<{ readonly at: number; readonly ring: () => void }>()
  const next = () => [...waiting].sort((left, right) => left.at - right.at)[0]
  const ringNext = (until: number): boolean => {
    const first = next()
    if (!first || first.at > until) return false
    waiting.delete(first)
    now = Math.max(now, first.at)
    first.ring()
    return true
  }
  const setBy = (ms: number): void => {
    now += ms
    const alarms = [...waiting].map(({ at, ring }) => ({ at: at + ms, ring }))
    waiting.clear()
    for (const alarm of alarms) waiting.add(alarm)
  }
  return {
    now: () => now,
    set: (ring, ms) => {
      const alarm = { at: now + Math.max(ms, 0), ring }
      waiting.add(alarm)
      return () => waiting.delete(alarm)
    },
    advance: (ms) => {
      const until = now + ms
      while (ringNext(until));
      now = until
    },
    setBack: (ms) => setBy(-ms),
    setForward: setBy,
    advanceToNextRing: () => ringNext(Number.MAX_SAFE_INTEGER),
  }
}
