/**
 * How long what waited when a till died went on waiting, from the first death that found it so. What was sold after that death is not counted: a
 * till that sells on always has something to send.
 */
export const createRecoveryWatch = (now: () => number = () => performance.now()) => {
  const diedAt = new Map<string, number>()
  let worst: number | null = null
  const took = (since: number): void => {
    worst = Math.max(worst ?? 0, now() - since)
  }
  return {
    /** It is open again after a death, and these refs still wait. */
    opened: (death: number, waiting: readonly string[]): void => {
      took(death)
      for (const ref of waiting) if (!diedAt.has(ref)) diedAt.set(ref, death)
    },
    nowWaiting: (waiting: readonly string[]): void => {
      const still = new Set(waiting)
      for (const [ref, death] of diedAt)
        if (!still.has(ref)) {
          diedAt.delete(ref)
          took(death)
        }
    },
    isOver: (): boolean => diedAt.size === 0,
    /** Milliseconds; null where nothing ever recovered. */
    worstMs: (): number | null => worst,
  }
}
