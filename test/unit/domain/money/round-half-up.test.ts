import { expect, test } from 'vitest'
import { roundHalfUp } from '#domain/money/round-half-up.ts'

test.each<[bigint, bigint, number]>([
  [0n, 7n, 0],
  [1n, 2n, 1],
  [3n, 2n, 2],
  [5n, 2n, 3],
  [49n, 100n, 0],
  [50n, 100n, 1],
  [51n, 100n, 1],
  [1n, 3n, 0],
  [2n, 3n, 1],
  [-1n, 2n, -1],
  [-49n, 100n, 0],
  [-5n, 2n, -3],
  [-2n, 3n, -1],
  [170_625n, 100_000n, 2],
])('%d / %d rounds to %d, halves away from zero', (numerator, denominator, rounded) => {
  expect(roundHalfUp(numerator, denominator)).toBe(rounded)
})
