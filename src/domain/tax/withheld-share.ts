import type { Cents } from '../money/decimal.ts'
import { roundHalfUp } from '../money/round-half-up.ts'

type Credited = {
  /** What the CCF came to, and what was withheld from it. */
  readonly of: { readonly total: Cents; readonly withheld: Cents }
  /** What earlier notes took of it. */
  readonly before: Cents
  /** What this note takes. */
  readonly total: Cents
}

/** So much of a credit note was never paid, for the buyer withheld it: a share of the CCF's, so that all notes together come to it. */
export const withheldShare = ({ of, before, total }: Credited): Cents => {
  const share = (amount: Cents): Cents => roundHalfUp(BigInt(of.withheld) * BigInt(amount), BigInt(of.total))
  return share(before + total) - share(before)
}
