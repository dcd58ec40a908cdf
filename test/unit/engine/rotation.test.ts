import { expect, test } from 'vitest'
import { stampOf } from '#adapters/system/stamp.ts'
import { backupsToDrop } from '#engine/backups/rotation.ts'

const HOUR = 3_600_000
const START = Date.parse('2026-01-01T08:00:00-06:00')
const nameAt = (at: number): string => `till-${stampOf(at)}.db`
const kept = (names: readonly string[], needed: readonly string[] = []): readonly string[] => {
  const dropped = backupsToDrop(names.toReversed(), needed)
  return names.filter((name) => !dropped.includes(name))
}

test('after a year of hourly backups, the last 24 hours, 14 days and 8 weeks are kept, rotated as they came', () => {
  let names: readonly string[] = []
  for (let hour = 0; hour < 365 * 24; hour += 1) names = kept([...names, nameAt(START + hour * HOUR)])
  const days = [...new Set(names.map((name) => name.slice(5, 13)))].sort()
  expect(names.filter((name) => name.startsWith('till-20261231') || name.startsWith('till-20270101')).length).toBe(24)
  // The 24 hours lie on two of the 14 days, and these in three of the 8 weeks, whose Sundays are kept.
  expect(names.length).toBe(24 + 12 + 5)
  expect(days.slice(0, 6)).toEqual(['20261115', '20261122', '20261129', '20261206', '20261213', '20261219'])
})

test('six made within one hour all stay, and the seventh sends the first away', () => {
  const names = Array.from({ length: 7 }, (_, minute) => nameAt(START + minute * 60_000))
  expect(kept(names.slice(0, 6))).toEqual(names.slice(0, 6))
  expect(kept(names)).toEqual(names.slice(1))
})

test('a clock that was set back years ago takes none of its newest away', () => {
  const real = Array.from({ length: 60 }, (_, day) => nameAt(START + day * 24 * HOUR))
  const ofOldClock = Array.from({ length: 30 }, (_, hour) =>
    nameAt(Date.parse('2020-01-01T08:00:00-06:00') + hour * HOUR),
  )
  const names = kept([...real, ...ofOldClock])
  expect(names.filter((name) => name.startsWith('till-2020')).length).toBe(24)
  expect(names.filter((name) => name.startsWith('till-2026')).length).toBeGreaterThan(10)
})

test('one that is needed stays whatever its name says', () => {
  const names = Array.from({ length: 40 }, (_, minute) => nameAt(START + minute * 60_000))
  expect(kept(names, [names[3] ?? ''])).toEqual([names[3], ...names.slice(-6)])
})
