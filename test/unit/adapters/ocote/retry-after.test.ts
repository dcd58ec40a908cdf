import { expect, test } from 'vitest'
import { retryAfterMs } from '#adapters/ocote/retry-after.ts'

const NOW = Date.parse('2026-11-22T16:45:00Z')

test.each<[string, Record<string, string | string[]>, number]>([
  ['seconds', { 'retry-after': '17' }, 17_000],
  ['seconds with blanks', { 'retry-after': ' 17 ' }, 17_000],
  ['no seconds at all: at least one', { 'retry-after': '0' }, 1000],
  ['a day: at most an hour', { 'retry-after': '86400' }, 3_600_000],
  ['a date', { 'retry-after': 'Sun, 22 Nov 2026 16:45:30 GMT' }, 30_000],
  ['a date gone by', { 'retry-after': 'Sun, 22 Nov 2026 16:44:30 GMT' }, 1000],
  ['the first of two', { 'retry-after': ['5', '9'] }, 5000],
  ['seconds before the reset', { 'retry-after': '3', 'x-ratelimit-reset': '40' }, 3000],
  ['the reset of the rate limit where there is nothing else', { 'x-ratelimit-reset': '40' }, 40_000],
  ['the reset where the other is nonsense', { 'retry-after': 'soon', 'x-ratelimit-reset': '40' }, 40_000],
  ['nothing: a minute', {}, 60_000],
  ['nonsense: a minute', { 'retry-after': 'soon', 'x-ratelimit-reset': 'later' }, 60_000],
  ['seconds with a fraction, which are no date', { 'retry-after': '12.0', 'x-ratelimit-reset': '12' }, 12_000],
])('%s', (_, headers, wait) => {
  expect(retryAfterMs(headers, NOW)).toBe(wait)
})
