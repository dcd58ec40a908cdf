/** What wakes the engine's loops; moved by hand in tests. */
export type Timers = {
  /** Calls `ring` once, after `ms` milliseconds; answers with how to call it off. */
  set(ring: () => void, ms: number): () => void
}

export const systemTimers: Timers = {
  set: (ring, ms) => {
    const timer = setTimeout(ring, ms)
    return () => clearTimeout(timer)
  },
}
