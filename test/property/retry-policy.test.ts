import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextTry } from '#domain/outbox/next-try.ts'
import { entryDelay, fileDelay, lineDelay, type Random, watchDelay } from '#domain/outbox/retry-policy.ts'

const LADDERS: [string, (tries: number, random: Random) => number, number, number][] = [
  ['entry', entryDelay, 1_000, 600_000],
  ['watch', watchDelay, 15_000, 900_000],
  ['file', fileDelay, 1_000, 14_400_000],
  ['line', lineDelay, 1_000, 60_000],
]
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

test.each(LADDERS)(
  '%s: a delay is between half its step and its step, and the step doubles up to the most',
  (_, delay, first, most) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), chance, (tries, random) => {
        const step = Math.min(first * 2 ** Math.min(tries - 1, 40), most)
        const waited = delay(tries, () => random)
        expect(Number.isInteger(waited)).toBe(true)
        expect(waited).toBeGreaterThanOrEqual(step / 2)
        expect(waited).toBeLessThanOrEqual(step)
      }),
    )
  },
)

test.each(LADDERS)('%s: with the same luck the next delay is never shorter', (_, delay) => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), chance, (tries, random) => {
      expect(delay(tries + 1, () => random)).toBeGreaterThanOrEqual(delay(tries, () => random))
    }),
  )
})

test.each(LADDERS)('%s: chance spreads tills over half a step', (_, delay, first) => {
  expect(delay(1, () => 0.999_999) - delay(1, () => 0)).toBeGreaterThanOrEqual(first / 2 - 1)
})

test('what is of the line never costs a document a try', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('send' as const, 'inquire' as const, 'watch' as const),
      fc.constantFrom('locked_out' as const, 'throttled' as const, 'unreachable' as const),
      fc.nat(50),
      chance,
      (step, outcome, tries, random) => {
        expect(nextTry({ before: step, after: step, tries, outcome }, 5, () => random)).toEqual({
          state: 'due',
          dueAt: 5,
          tries,
        })
      },
    ),
  )
})
