import type { Instant } from '../clock/local-time.ts'
import type { Step } from '../document/document-state.ts'
import type { OutcomeKind } from '../document/outcome.ts'
import type { EntryState } from './entry.ts'
import { entryDelay, type Random, watchDelay } from './retry-policy.ts'

/** Outcomes that say nothing of the document, only of the line: the entry keeps its place and its count of tries. */
const OF_THE_LINE: readonly OutcomeKind[] = ['locked_out', 'throttled', 'unreachable']

export const isOfTheLine = (outcome: OutcomeKind): boolean => OF_THE_LINE.includes(outcome)

export type NextTry = { readonly state: EntryState; readonly dueAt: Instant; readonly tries: number }

/** Where an entry goes after a try that took it from step `before` to step `after`. */
export const nextTry = (
  tried: { readonly before: Step; readonly after: Step; readonly tries: number; readonly outcome: OutcomeKind },
  now: Instant,
  random: Random,
): NextTry => {
  const { before, after, outcome } = tried
  if (after === 'settle') return { state: 'settled', dueAt: now, tries: 0 }
  if (after === 'park') return { state: 'parked', dueAt: now, tries: 0 }
  if (isOfTheLine(outcome)) return { state: 'due', dueAt: now, tries: tried.tries }
  // A document that never arrived, or is to be judged anew, goes out at once; posts and questions share one count, so that their delays grow together.
  if (before !== 'send' && after === 'send')
    return { state: 'due', dueAt: now, tries: before === 'watch' ? 0 : tried.tries }
  const tries = after === 'watch' && before !== 'watch' ? 1 : tried.tries + 1
  const delay = after === 'watch' ? watchDelay(tries, random) : entryDelay(tries, random)
  return { state: 'due', dueAt: now + delay, tries }
}
