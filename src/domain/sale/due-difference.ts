import type { FiscalDocument } from '../document/fiscal-document.ts'
import type { Cents } from '../money/decimal.ts'
import { paidOf } from './give-back.ts'
import type { Settlement } from './tender.ts'

/** How a difference between what was paid and what is due is settled: handed over in cash, or left open as a credit. */
export const SETTLED_HOW = ['cash', 'credit'] as const
export type HowSettled = (typeof SETTLED_HOW)[number]

/**
 * What was paid above (or, below 0, short of) what is due, now that the API has told what it withheld: 0 where that is even or not told yet. A
 * credit note gives back what was paid for its share, whatever was withheld from the CCF.
 */
export const dueDifference = (settlement: Settlement, { docType, state, total, facts }: FiscalDocument): Cents => {
  const withheld = facts?.amounts.withheld ?? null
  const isOpen = state === 'stamped' || state === 'contingency'
  if (withheld === null || docType === '05' || !isOpen) return 0
  return paidOf(settlement) - (total - withheld)
}
