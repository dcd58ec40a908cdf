import { expect, test } from 'vitest'
import { entryDelay, lineDelay, watchDelay } from '#domain/outbox/retry-policy.ts'

const TRIES = [0, 1, 2, 3, 5, 10, 11, 30, 1_000_000]
const shortest = () => 0
const middle = () => 0.5

test('delays double from a second to ten minutes, at least half of each step', () => {
  expect(TRIES.map((tries) => entryDelay(tries, shortest))).toEqual([
    500, 500, 1000, 2000, 8000, 256_000, 300_000, 300_000, 300_000,
  ])
})

test('a document in contingency is asked about from every 15 seconds to every 15 minutes', () => {
  expect(TRIES.map((tries) => watchDelay(tries, middle))).toEqual([
    11_250, 11_250, 22_500, 45_000, 180_000, 675_000, 675_000, 675_000, 675_000,
  ])
})

test('a line that is down is probed from every second to every minute', () => {
  expect(TRIES.map((tries) => lineDelay(tries, middle))).toEqual([
    750, 750, 1500, 3000, 12_000, 45_000, 45_000, 45_000, 45_000,
  ])
})
