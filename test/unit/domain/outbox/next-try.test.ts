import { expect, test } from 'vitest'
import type { Step } from '#domain/document/document-state.ts'
import type { OutcomeKind } from '#domain/document/outcome.ts'
import { isOfTheLine, nextTry } from '#domain/outbox/next-try.ts'

const NOW = 1_000_000
/** The shortest delay that chance may give: half the step. */
const shortest = () => 0

test.each<[Step, OutcomeKind, Step, number, object]>([
  ['send', 'stamped', 'settle', 3, { state: 'settled', dueAt: NOW, tries: 0 }],
  ['watch', 'stamped', 'settle', 9, { state: 'settled', dueAt: NOW, tries: 0 }],
  ['send', 'rejected', 'park', 3, { state: 'parked', dueAt: NOW, tries: 0 }],
  ['inquire', 'mismatched', 'park', 3, { state: 'parked', dueAt: NOW, tries: 0 }],
  ['send', 'unreachable', 'send', 2, { state: 'due', dueAt: NOW, tries: 2 }],
  ['send', 'throttled', 'send', 0, { state: 'due', dueAt: NOW, tries: 0 }],
  ['inquire', 'locked_out', 'inquire', 5, { state: 'due', dueAt: NOW, tries: 5 }],
  ['watch', 'throttled', 'watch', 4, { state: 'due', dueAt: NOW, tries: 4 }],
  ['inquire', 'not_found', 'send', 3, { state: 'due', dueAt: NOW, tries: 3 }],
  ['send', 'unknown', 'inquire', 0, { state: 'due', dueAt: NOW + 500, tries: 1 }],
  ['inquire', 'unknown', 'inquire', 1, { state: 'due', dueAt: NOW + 1000, tries: 2 }],
  ['inquire', 'conflict', 'inquire', 2, { state: 'due', dueAt: NOW + 2000, tries: 3 }],
  ['send', 'contingency', 'watch', 6, { state: 'due', dueAt: NOW + 7500, tries: 1 }],
  ['inquire', 'contingency', 'watch', 6, { state: 'due', dueAt: NOW + 7500, tries: 1 }],
  ['watch', 'contingency', 'watch', 1, { state: 'due', dueAt: NOW + 15_000, tries: 2 }],
  ['watch', 'unknown', 'watch', 2, { state: 'due', dueAt: NOW + 30_000, tries: 3 }],
])('a %s that came to %s, %s next, after %d tries', (before, outcome, after, tries, place) => {
  expect(nextTry({ before, after, tries, outcome }, NOW, shortest)).toEqual(place)
})

test('of the line are the outcomes that say nothing of the document', () => {
  const outcomes: OutcomeKind[] = [
    'locked_out',
    'throttled',
    'unreachable',
    'unknown',
    'conflict',
    'not_found',
    'refused',
  ]
  expect(outcomes.filter(isOfTheLine)).toEqual(['locked_out', 'throttled', 'unreachable'])
})
