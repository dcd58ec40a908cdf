import type { Cents } from '../money/decimal.ts'
import type { IssuedFacts } from './issued-facts.ts'

export type Comparison = 'same' | 'amounts_differ' | 'another_sale'

/**
 * An answer held against what was asked. Another ref, or a duplicate with another total, belongs to another sale; a fresh document
 * whose total differs by a cent or more is ours, and is flagged. Texts and amounts that the API left out compare as the same.
 */
export const compareAnswer = (
  asked: { readonly externalRef: string; readonly total: Cents },
  answered: { readonly externalRef: string | null; readonly facts: IssuedFacts },
): Comparison => {
  if (answered.externalRef !== null && answered.externalRef !== asked.externalRef) return 'another_sale'
  const { gross } = answered.facts.amounts
  if (gross === null || gross === asked.total) return 'same'
  return answered.facts.isDuplicate ? 'another_sale' : 'amounts_differ'
}
