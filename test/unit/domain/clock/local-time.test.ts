import { expect, test } from 'vitest'
import { localDate, localDay, localTime } from '#domain/clock/local-time.ts'

test.each([
  ['2026-11-22T05:59:59.999Z', '2026-11-21', '23:59'],
  ['2026-11-22T06:00:00.000Z', '2026-11-22', '00:00'],
  ['2026-11-23T05:59:00.000Z', '2026-11-22', '23:59'],
  ['2026-01-01T05:59:59.000Z', '2025-12-31', '23:59'],
  ['2026-07-01T06:00:00.000Z', '2026-07-01', '00:00'],
  ['2024-02-29T18:05:00.000Z', '2024-02-29', '12:05'],
])('%s is %s %s in El Salvador, summer or winter, wherever the machine stands', (instant, date, time) => {
  const at = Date.parse(instant)
  expect([process.env.TZ, localDate(at), localTime(at)]).toEqual(['Asia/Kathmandu', date, time])
})

test.each([
  0,
  5 * 3_600_000,
  -1,
  -86_400_000,
  Date.parse('2026-11-22T05:59:59.999Z'),
  Date.parse('2026-11-22T06:00:00Z'),
])('the day of %d by its number is the day by its date', (at) => {
  expect(localDay(at)).toBe(Date.parse(`${localDate(at)}T00:00:00Z`) / 86_400_000)
})
