import { expect, test } from 'vitest'
import type { Patience } from '#application/catalogs/ask-patiently.ts'
import type { Refreshed } from '#application/catalogs/refresh-catalogs.ts'
import type { Instant } from '#domain/clock/local-time.ts'
import { type Refusal, refusal } from '#domain/result/refusal.ts'
import { fail, ok, type Result } from '#domain/result/result.ts'
import { createCatalogRefresher } from '#engine/catalog-refresher.ts'
import { FRIDAY_MORNING, manualClock } from '#support/manual-clock.ts'

const DAY_MS = 86_400_000
const WHOLE: Result<Refreshed, Refusal> = ok({
  activities: 1,
  municipalities: 1,
  districts: 1,
  oddRows: 0,
  isComplete: true,
})

/** A refresher whose whole refresh is three calls without a wait of their own; calls are told in seconds from the start. */
const aRefresher = (refreshedAt: Instant | null, waits: readonly number[] = [0, 0, 0]) => {
  const clock = manualClock()
  const calls: number[] = []
  const logged: string[] = []
  let isQuiet = true
  let result = WHOLE
  let at = refreshedAt
  const refresh = async ({ mayCall }: Patience): Promise<Result<Refreshed, Refusal>> => {
    for (const wait of waits) {
      if (!(await mayCall(wait, null))) return fail(refusal('catalogs_refresh_stopped'))
      calls.push((clock.now() - FRIDAY_MORNING) / 1000)
    }
    if (result.ok) at = clock.now()
    return result
  }
  const refresher = createCatalogRefresher({
    catalogs: { refreshedAt: () => at },
    refresh,
    clock,
    timers: clock,
    isQuiet: () => isQuiet,
    log: (level, event) => logged.push(`${level} ${event}`),
  })
  return {
    refresher,
    calls,
    logged,
    quietIs: (quiet: boolean) => {
      isQuiet = quiet
    },
    endsIn: (next: Result<Refreshed, Refusal>) => {
      result = next
    },
    /** Second by second, so that whoever waits for a promise goes on meanwhile. */
    passes: async (ms: number) => {
      for (let left = ms; left > 0; left -= 1_000) {
        clock.advance(Math.min(left, 1_000))
        for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
      }
    },
    skips: (ms: number) => clock.advance(ms),
  }
}

test('where there are none they are asked for a minute after the start, a call every two seconds', async () => {
  const { refresher, passes, calls, logged } = aRefresher(null)
  refresher.start()
  await passes(120_000)
  expect([calls, refresher.isRefreshing(), refresher.trouble(), logged]).toEqual([
    [62, 64, 66],
    false,
    null,
    ['info catalogs_refreshed'],
  ])
})

test.each([
  ['29 days old are left alone', FRIDAY_MORNING - 29 * DAY_MS, 0],
  ['30 days old are refreshed', FRIDAY_MORNING - 30 * DAY_MS, 3],
  ['of a clock that was far ahead are refreshed', FRIDAY_MORNING + 40 * DAY_MS, 3],
])('catalogues %s', async (_, refreshedAt, made) => {
  const { refresher, passes, calls } = aRefresher(refreshedAt)
  refresher.start()
  await passes(120_000)
  expect(calls.length).toBe(made)
})

test('a till that runs for a month refreshes them while it runs', async () => {
  const { refresher, passes, skips, calls } = aRefresher(FRIDAY_MORNING)
  refresher.start()
  skips(30 * DAY_MS - 3_600_000)
  expect(calls).toEqual([])
  await passes(2 * 3_600_000)
  expect(calls.length).toBe(3)
})

test('no call is made while a sale could want the line', async () => {
  const { refresher, passes, calls, quietIs } = aRefresher(null)
  refresher.refresh()
  await passes(3_000)
  quietIs(false)
  await passes(60_000)
  expect([calls, refresher.isRefreshing()]).toEqual([[2], true])
  quietIs(true)
  await passes(4_000)
  expect(calls).toEqual([2, 64, 66])
})

test('a wait that was asked for is kept', async () => {
  const { refresher, passes, calls } = aRefresher(null, [0, 30_000, 0])
  refresher.refresh()
  await passes(60_000)
  expect(calls).toEqual([2, 32, 34])
})

test('what went wrong is logged, known by its code, and tried again an hour later', async () => {
  const { refresher, passes, calls, logged, endsIn } = aRefresher(null)
  endsIn(fail(refusal('api_unreachable')))
  refresher.start()
  await passes(120_000)
  expect([refresher.trouble(), logged, calls.length]).toEqual(['api_unreachable', ['warn catalogs_not_refreshed'], 3])
  endsIn(WHOLE)
  await passes(3_600_000)
  expect([refresher.trouble(), calls.length]).toEqual([null, 6])
})

test('asked twice, it refreshes once', async () => {
  const { refresher, passes, calls } = aRefresher(null)
  refresher.refresh()
  refresher.refresh()
  await passes(20_000)
  expect(calls).toEqual([2, 4, 6])
})

test('stopped, it ends at once, calls no more, and is not asked again', async () => {
  const { refresher, passes, calls, logged } = aRefresher(null)
  refresher.start()
  await passes(63_000)
  await refresher.stop()
  refresher.refresh()
  await passes(120_000)
  expect([calls, refresher.isRefreshing(), logged]).toEqual([[62], false, []])
})
