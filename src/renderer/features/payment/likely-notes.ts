import type { Cents } from '#domain/money/decimal.ts'

const NOTES: readonly Cents[] = [500, 1_000, 2_000, 5_000, 10_000]
const MOST = 4

/** What a customer is likely to hand over for `due` besides the exact amount: the next whole number of each note. */
export const likelyNotes = (due: Cents): readonly Cents[] => {
  const amounts = NOTES.map((note) => (Math.floor(due / note) + 1) * note).filter((amount) => amount - due < 10_000)
  return [...new Set(amounts)].slice(0, MOST)
}
