/** A source of randomness: a number in [0, 1). */
export type Random = () => number

type Ladder = { readonly firstMs: number; readonly mostMs: number }

/** One document's own tries, after an outcome that is its own: 1 s, 2 s … 10 min. */
const ENTRY: Ladder = { firstMs: 1_000, mostMs: 600_000 }
/** Questions about a document in contingency: 15 s, 30 s … 15 min. */
const WATCHED: Ladder = { firstMs: 15_000, mostMs: 900_000 }
/** No document is put off for longer: one that is, was put off by a clock that was wrong. */
export const LONGEST_ENTRY_DELAY_MS = WATCHED.mostMs
/** A file that is not there: 1 s, 2 s … 4 h, for as long as it is missing. */
const FILE: Ladder = { firstMs: 1_000, mostMs: 4 * 3_600_000 }
/** The line to the API as a whole, while it cannot be reached: 1 s, 2 s … 60 s. */
const LINE: Ladder = { firstMs: 1_000, mostMs: 60_000 }

/** Exponential, with the upper half of the step left to chance so that tills do not come back in step. `tries` counts from 1. */
const delay = ({ firstMs, mostMs }: Ladder, tries: number, random: Random): number => {
  const doublings = tries < 1 ? 0 : tries > 20 ? 20 : tries - 1
  const step = firstMs * 2 ** doublings
  const capped = step < mostMs ? step : mostMs
  return (capped >> 1) + ((capped * random()) >> 1)
}

export const entryDelay = (tries: number, random: Random): number => delay(ENTRY, tries, random)
export const watchDelay = (tries: number, random: Random): number => delay(WATCHED, tries, random)
export const fileDelay = (tries: number, random: Random): number => delay(FILE, tries, random)
export const lineDelay = (failures: number, random: Random): number => delay(LINE, failures, random)

/** A refused key or issuer is tried again this often, so that a repaired one is noticed without a restart. */
export const LOCKED_OUT_DELAY_MS = 60_000
/** Where a 429 does not say how long. */
export const THROTTLED_DELAY_MS = 60_000
