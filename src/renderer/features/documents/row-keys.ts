import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual'

/** The rows in sight and around it, and the active one wherever it is. */
export const withActive = (range: Range, active: number): number[] => {
  const rows = defaultRangeExtractor(range)
  return active >= range.count || rows.includes(active) ? rows : [...rows, active].toSorted((one, other) => one - other)
}

type Place = {
  /** The row that the keyboard is at; -1 where it is at none. */
  readonly at: number
  readonly count: number
  /** How many rows are in sight at once. */
  readonly inSight: number
}

/** The row that a key leads to; null for a key that leads nowhere, or where there is no row. */
export const indexAfterKey = (key: string, { at, count, inSight }: Place): number | null => {
  const page = Math.max(1, inSight - 1)
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  }
  const next = steps[key]
  return next === undefined || count === 0 ? null : Math.max(0, Math.min(next, count - 1))
}
