import type { Timers } from './timers.ts'

export type Turns = {
  /** In this round of the event loop, once for everybody who asks. */
  now(): void
  /** Within a few milliseconds, so that what comes in meanwhile shares the turn. */
  soon(): void
  /** After `ms`; replaces what was asked for before. */
  after(ms: number): void
  /** Forgets the later turn. */
  callOff(): void
  isComing(): boolean
}

/** How long answers gather during a backlog before they are settled in one commit. */
const GATHERED_MS = 8

/** When a loop takes its next turn: never inside another turn, however it is asked for. */
export const createTurns = (turn: () => void, timers: Timers): Turns => {
  let gathering: NodeJS.Timeout | undefined
  let asked = false
  let turning = false
  let callOff = () => {}
  const take = (): void => {
    if (turning) return
    turning = true
    try {
      turn()
    } finally {
      turning = false
    }
  }
  const now = (): void => {
    clearTimeout(gathering)
    gathering = undefined
    if (asked) return
    asked = true
    setImmediate(() => {
      asked = false
      take()
    })
  }
  return {
    now,
    soon: () => {
      gathering ??= setTimeout(now, GATHERED_MS)
    },
    after: (ms) => {
      callOff()
      callOff = timers.set(take, ms)
    },
    callOff: () => callOff(),
    isComing: () => asked || gathering !== undefined,
  }
}
