import type { Cents, Thousandths } from '../money/decimal.ts'
import { type Refusal, refusal } from '../result/refusal.ts'
import { fail, ok, type Result } from '../result/result.ts'
import { type Line, lineAmounts, type PartOf } from './line.ts'

/** How much of each line is left after what others took of it already. */
export const partsLeft = (lines: readonly Line[], taken: readonly Line[]): readonly Thousandths[] =>
  lines.map(({ quantity }, position) =>
    taken.reduce((left, { partOf }) => (partOf?.position === position ? left - partOf.quantity : left), quantity),
  )

/** What those others took of each line, in cents. */
export const creditedAmounts = (lines: readonly Line[], taken: readonly Line[]): readonly Cents[] =>
  lines.map((_, position) =>
    taken.reduce((sum, line) => (line.partOf?.position === position ? sum + lineAmounts(line).amount : sum), 0),
  )

export type PartsRefusal = Refusal<'parts_missing' | 'part_unknown' | 'part_not_positive' | 'part_exceeds_line'>

/** Whether these parts can be taken, each position once and none more than is left of it. */
export const checkParts = (parts: readonly PartOf[], left: readonly Thousandths[]): Result<null, PartsRefusal> => {
  if (parts.length === 0) return fail(refusal('parts_missing', 'parts'))
  const seen = new Set<number>()
  for (const [index, { position, quantity }] of parts.entries()) {
    const available = left[position]
    if (available === undefined || seen.has(position)) return fail(refusal('part_unknown', `parts.${index}.position`))
    if (quantity <= 0) return fail(refusal('part_not_positive', `parts.${index}.quantity`))
    if (quantity > available)
      return fail(refusal('part_exceeds_line', `parts.${index}.quantity`, { left_thousandths: available }))
    seen.add(position)
  }
  return ok(null)
}
