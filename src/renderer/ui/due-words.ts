import type { useSettleDue } from './use-settle-due.ts'

type Due = Pick<ReturnType<typeof useSettleDue>, 'difference' | 'settled'>

/** The keys of what is said of a difference: whose it is, how it is settled in cash, and how it was settled. */
export const dueWords = ({ difference: { amount, flow, isGiven }, settled }: Due) =>
  ({
    title: `result.due_${amount > 0 ? 'back' : 'more'}_${flow}`,
    why: amount > 0 ? 'result.due_why_over' : 'result.due_why',
    cash: isGiven ? 'result.settle_given' : 'result.settle_taken',
    credit: 'result.settle_credit',
    settled: `result.settled_${settled?.how === 'credit' ? 'credit' : isGiven ? 'given' : 'taken'}`,
  }) as const
