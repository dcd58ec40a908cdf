import type { Cents } from '../money/decimal.ts'
import { roundHalfUp } from '../money/round-half-up.ts'

type Withheld = { readonly total: Cents; readonly withheld: Cents }

type Credited = {
  /** What the CCF came to, and what was withheld from it. */
  readonly of: Withheld
  /** Earlier notes that may still count. */
  readonly notes: readonly Withheld[]
  /** What this note takes. */
  readonly total: Cents
}

/** So much of a credit note was never paid, for the buyer withheld it: a share of the CCF's, so that all notes together come to it. */
export const withheldShare = ({ of, notes, total }: Credited): Cents => {
  const before = notes.reduce((sum, note) => sum + note.total, 0)
  const given = notes.reduce((sum, note) => sum + note.withheld, 0)
  const share = roundHalfUp(BigInt(of.withheld) * BigInt(before + total), BigInt(of.total)) - given
  // Less may turn out to be withheld than an earlier note went by.
  if (share < 0) return 0
  return share
}
