/** The value below which a share (0–1) of the samples lies. */
export const percentile = (samples: readonly number[], share: number): number => {
  const sorted = [...samples].sort((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/** Milliseconds that the work took. */
export const timed = (work: () => unknown): number => {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** One line of the bench: what was measured, against which baseline of the same run, and what is asked of the ratio. */
export type Measure = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly baseline?: number
  readonly ratio?: number
  readonly target?: string
  readonly met?: boolean
}

export const against = (
  name: string,
  unit: string,
  value: number,
  baseline: number,
  target?: { readonly atMost?: number; readonly atLeast?: number },
): Measure => {
  const ratio = value / baseline
  const { atMost = Number.POSITIVE_INFINITY, atLeast = 0 } = target ?? {}
  return {
    name,
    value,
    unit,
    baseline,
    ratio,
    ...(target && {
      target: target.atMost === undefined ? `≥ ${atLeast}` : `≤ ${atMost}`,
      met: ratio <= atMost && ratio >= atLeast,
    }),
  }
}
