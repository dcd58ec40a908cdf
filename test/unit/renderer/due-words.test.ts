import { expect, test } from 'vitest'
import { dueWords } from '../../../src/renderer/ui/due-words.ts'

test.each([
  [{ amount: 100, flow: 'in', isGiven: true }, 'result.due_back_in', 'result.settle_given', 'result.settled_given'],
  [{ amount: -100, flow: 'in', isGiven: false }, 'result.due_more_in', 'result.settle_taken', 'result.settled_taken'],
  [{ amount: 100, flow: 'out', isGiven: false }, 'result.due_back_out', 'result.settle_taken', 'result.settled_taken'],
  [{ amount: -100, flow: 'out', isGiven: true }, 'result.due_more_out', 'result.settle_given', 'result.settled_given'],
] as const)('a difference of %j says whose it is, and which way the cash goes', (difference, title, cash, settled) => {
  const paid = { difference: difference.amount, settledAt: 0 }
  expect(dueWords({ difference, settled: { ...paid, how: 'cash' } })).toMatchObject({ title, cash, settled })
  expect(dueWords({ difference, settled: { ...paid, how: 'credit' } }).settled).toBe('result.settled_credit')
})
