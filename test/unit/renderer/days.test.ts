import { expect, test } from 'vitest'
import { dayAfter, firstOfMonth } from '../../../src/renderer/ui/days.ts'

test.each([
  ['2026-11-22', 1, '2026-11-23'],
  ['2026-11-30', 1, '2026-12-01'],
  ['2026-01-01', -1, '2025-12-31'],
  ['2028-02-28', 1, '2028-02-29'],
])('%s and %i days is %s', (date, days, expected) => {
  expect(dayAfter(date, days)).toBe(expected)
})

test('a month begins on its first day', () => {
  expect(firstOfMonth('2026-11-22')).toBe('2026-11-01')
})
