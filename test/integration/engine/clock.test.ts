import { expect, test } from 'vitest'
import { coffee } from '#support/a-cart.ts'
import { aTill, ledgerOf, type Till } from '#support/a-till.ts'
import { type ManualClock, manualClock } from '#support/manual-clock.ts'

const DAY = 86_400_000
const YEAR = 365 * DAY

const JUMPS: readonly [string, (clock: ManualClock) => void][] = [
  ['a day back', (clock) => clock.setBack(DAY)],
  ['a year back', (clock) => clock.setBack(YEAR)],
  ['a day forward, or a night asleep', (clock) => clock.setForward(DAY)],
  ['a year forward', (clock) => clock.setForward(YEAR)],
  [
    'a year forward and back',
    (clock) => {
      clock.setForward(YEAR)
      clock.setBack(YEAR)
    },
  ],
]

/** One document in contingency, one of which nobody knows, and a line that is down. */
const aTillInTrouble = async (): Promise<{ till: Till; refs: readonly string[] }> => {
  const till = await aTill()
  till.simulator.setControls({ mh: 'down' })
  const watched = till.sells(coffee())
  await till.worksFor(60_000)
  till.simulator.setControls({ mh: 'up', failNext: { count: 1_000, status: 503 } })
  const unknown = till.sells(coffee())
  await till.worksFor(120_000)
  expect([till.stateOf(watched), till.stateOf(unknown), till.engine.line.state()]).toEqual([
    'contingency',
    'unknown',
    'offline',
  ])
  return { till, refs: [watched.externalRef, unknown.externalRef] }
}

test.each(JUMPS)('the clock jumps %s: what waits goes out in time, once each', async (_, jump) => {
  const { till, refs } = await aTillInTrouble()
  jump(till.clock)
  await till.worksFor(1_000)
  till.simulator.setControls({ failNext: { count: 0 } })
  const later = till.sells(coffee())
  // A minute between two probes, a minute and a half between two questions, and the half minute in which a jump is noticed.
  await till.worksFor(90_000 + 30_000)
  expect([...refs, later.externalRef].map((ref) => till.engine.documentList.summary(ref)?.state)).toEqual(
    Array(3).fill('stamped'),
  )
  expect(ledgerOf(till.simulator).map(({ posts }) => posts)).toEqual([1, 1, 1])
})

test.each(JUMPS)('told to wait while the clock jumps %s: no longer than meant, and half a minute', async (_, jump) => {
  const till = await aTill()
  till.simulator.setControls({ throttleNext: { count: 1, retryAfterSeconds: 40 } })
  const sale = till.sells(coffee())
  await till.worksFor(1_000)
  jump(till.clock)
  await till.worksFor(70_000)
  expect(till.stateOf(sale)).toBe('stamped')
  expect(ledgerOf(till.simulator).map(({ posts }) => posts)).toEqual([1])
})

test('what a wrong clock put off for a year is asked about at the next start', async () => {
  const clock = manualClock()
  const before = await aTill({ clock })
  before.simulator.setControls({ mh: 'down' })
  clock.setForward(YEAR)
  const sale = before.sells(coffee())
  await before.worksFor(60_000)
  expect(before.stateOf(sale)).toBe('contingency')
  await before.engine.stop()
  clock.setBack(YEAR)

  before.simulator.setControls({ mh: 'up' })
  const after = await aTill({ clock, folder: before.folder, simulator: before.simulator })
  await after.worksFor(31_000)
  expect(after.stateOf(sale)).toBe('stamped')
  expect(ledgerOf(after.simulator).map(({ posts }) => posts)).toEqual([1])
})

test('a clock some hours ahead at the sale, set right before the next start, starves nothing', async () => {
  const clock = manualClock()
  const before = await aTill({ clock })
  before.simulator.setControls({ shopOffline: true })
  clock.setForward(5 * 3_600_000)
  const sale = before.sells(coffee())
  await before.worksFor(60_000)
  await before.engine.stop()
  clock.setBack(5 * 3_600_000)
  before.simulator.setControls({ shopOffline: false })
  const after = await aTill({ clock, folder: before.folder, simulator: before.simulator })
  await after.worksFor(5_000)
  expect(after.stateOf(sale)).toBe('stamped')
})

test('over new year everything goes on, and the new day is in the new refs', async () => {
  const tenToMidnight = Date.UTC(2027, 0, 1, 5, 59, 50)
  const till = await aTill({ clock: manualClock(tenToMidnight) })
  till.simulator.setControls({ failNext: { count: 4, status: 500 } })
  const old = till.sells(coffee())
  await till.worksFor(20_000)
  const fresh = till.sells(coffee())
  await till.sendsEverything()
  expect([old, fresh].map(({ businessDate }) => businessDate)).toEqual(['2026-12-31', '2027-01-01'])
  expect([old, fresh].map(till.stateOf)).toEqual(['stamped', 'stamped'])
  expect(ledgerOf(till.simulator).map(({ ref, posts }) => [ref.slice(8, 16), posts])).toEqual([
    ['20261231', 1],
    ['20270101', 1],
  ])
})
