import type { Cents } from '../money/decimal.ts'
import type { IssuedFacts } from './issued-facts.ts'

export type Comparison = 'same' | 'amounts_differ' | 'another_sale'

/**
 * An answer held against what was asked. Another ref, or a duplicate with another total, belongs to another sale; a fresh document
 * whose total differs by a cent or more is ours, and is flagged. Texts and amounts that the API left out compare as the same.
 *
 * Assumption: whether `amount_gross` is before or after a withholding is not documented (Ocote API contract, §3–4), so that both are ours.
 */
export const compareAnswer = (
  asked: { readonly externalRef: string; readonly total: Cents; readonly withheld: Cents },
  answered: { readonly externalRef: string | null; readonly facts: IssuedFacts },
): Comparison => {
  if (answered.externalRef !== null && answered.externalRef !== asked.externalRef) return 'another_sale'
  const { gross, withheld } = answered.facts.amounts
  const ours = [asked.total, asked.total - asked.withheld, asked.total - (withheld ?? 0)]
  if (gross === null || ours.includes(gross)) return 'same'
  return answered.facts.isDuplicate ? 'another_sale' : 'amounts_differ'
}
