import { expect, test } from 'vitest'
import { dayAfter, monthsAfter } from '#domain/clock/calendar.ts'

test.each([
  ['an ordinary day', '2026-11-22', 3, '2027-02-22'],
  ['no months at all', '2026-11-22', 0, '2026-11-22'],
  ['into the next year from its last month', '2026-12-31', 1, '2027-01-31'],
  ['a month that is shorter has its last day', '2026-01-31', 1, '2026-02-28'],
  ['in a leap year the 29th', '2028-01-31', 1, '2028-02-29'],
  ['from the 29th of a leap year', '2028-02-29', 12, '2029-02-28'],
  ['a century that is no leap year', '2099-11-30', 3, '2100-02-28'],
  ['a fourth century that is one', '2399-11-30', 3, '2400-02-29'],
  ['from 31 to 30', '2026-08-31', 3, '2026-11-30'],
])('months later, %s: %s + %i is %s', (_, date, months, then) => {
  expect(monthsAfter(date, months)).toBe(then)
})

test.each([
  ['2026-11-22', '2026-11-23'],
  ['2026-11-30', '2026-12-01'],
  ['2026-12-31', '2027-01-01'],
  ['2026-02-28', '2026-03-01'],
  ['2028-02-28', '2028-02-29'],
  ['2028-02-29', '2028-03-01'],
  ['2100-02-28', '2100-03-01'],
])('the day after %s is %s', (date, next) => {
  expect(dayAfter(date)).toBe(next)
})

test('day after day for four years is what the calendar of the machine says', () => {
  const start = Date.UTC(2027, 0, 1)
  const days = Array.from({ length: 1_461 }, (_, index) => start + index * 86_400_000)
  const isoOf = (at: number): string => new Date(at).toISOString().slice(0, 10)
  expect(days.map((at) => dayAfter(isoOf(at)))).toEqual(days.map((at) => isoOf(at + 86_400_000)))
})
