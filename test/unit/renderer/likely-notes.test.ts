import { expect, test } from 'vitest'
import { likelyNotes } from '../../../src/renderer/features/payment/likely-notes.ts'

test.each([
  [361, [500, 1_000, 2_000, 5_000]],
  [1_361, [1_500, 2_000, 5_000, 10_000]],
  [2_000, [2_500, 3_000, 4_000, 5_000]],
  [12_340, [12_500, 13_000, 14_000, 15_000]],
])('for %i cents: %j', (due, notes) => {
  expect(likelyNotes(due)).toEqual(notes)
})
