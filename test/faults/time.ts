import { setTimeout as delay } from 'node:timers/promises'
import type { Clock } from '#application/ports/system.ts'
import { systemTimers, type Timers } from '#engine/timers.ts'

/** The time that a till lives in. */
export type Time = {
  readonly clock: Clock
  readonly timers: Timers
  /** Somebody sets the clock; timers ring when they would have. */
  jump(ms: number): void
  /** Milliseconds that really went by, whatever the clock says. */
  elapsed(): number
}

/** Time as it goes by, with a clock that can be set. */
export const realTime = (): Time => {
  let offset = 0
  return {
    clock: { now: () => Date.now() + offset },
    timers: systemTimers,
    jump: (ms) => {
      offset += ms
    },
    elapsed: () => performance.now(),
  }
}

const LOOKED_EVERY_MS = 10

type Holds = () => boolean | Promise<boolean>

/** Looks again and again until it holds; false where it did not within `withinMs`. */
export const comesTrue = async (withinMs: number, holds: Holds): Promise<boolean> => {
  const endsAt = performance.now() + withinMs
  while (!(await holds())) {
    if (performance.now() > endsAt) return false
    await delay(LOOKED_EVERY_MS)
  }
  return true
}

/** The same; throws, naming what never came. */
export const until = async (what: string, withinMs: number, holds: Holds): Promise<void> => {
  if (!(await comesTrue(withinMs, holds))) throw new Error(`never came within ${withinMs / 1000} s: ${what}`)
}
