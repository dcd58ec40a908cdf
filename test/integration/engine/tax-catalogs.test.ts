import { createRouterClient } from '@orpc/server'
import { expect, onTestFinished, test } from 'vitest'
import { searchActivities } from '#simulator/catalogs/activities.ts'
import { searchDepartments } from '#simulator/catalogs/departments.ts'
import { searchDistricts } from '#simulator/catalogs/districts.ts'
import { startSimulator } from '#simulator/start-simulator.ts'
import { coffee } from '#support/a-cart.ts'
import { aTill, type Till } from '#support/a-till.ts'
import { manualClock } from '#support/manual-clock.ts'

const screenOf = (till: Till) => createRouterClient(till.engine.router)

/** Moves time on until the refresh has ended. */
const refreshes = async (till: Till) => {
  const { catalogRefresher } = till.engine
  while (catalogRefresher.isRefreshing()) {
    till.clock.advance(500)
    await new Promise((resolve) => setImmediate(resolve))
  }
}
/** A minute, with time for calls that should not be made to arrive. */
const aMinutePasses = async (till: Till) => {
  for (let second = 0; second < 60; second += 1) {
    till.clock.advance(1_000)
    await new Promise((resolve) => setImmediate(resolve))
  }
}
const searches = (till: Till) => till.simulator.requests().filter(({ path }) => path.includes('/catalogs/'))

/** What the API shows of activities to whoever asks for every three digits. */
const shownActivities = () =>
  new Map(
    Array.from({ length: 1000 }, (_, index) => searchActivities(String(index).padStart(3, '0')))
      .flat()
      .map(({ code, description }) => [code, description]),
  )

test('all that the API has is kept here, and found without accents when the line is down', async () => {
  const till = await aTill()
  const screen = screenOf(till)
  expect(await screen.taxCatalogs.refresh()).toMatchObject({
    ok: true,
    value: { isRefreshing: true, refreshedAt: null },
  })
  await refreshes(till)
  till.simulator.setControls({ shopOffline: true })

  const municipalities = searchDepartments('').flatMap((department) => department.municipalities)
  const districts = new Map(
    municipalities.flatMap(({ name }) => searchDistricts(name)).map((district) => [district.id, district]),
  )
  const activities = shownActivities()
  const { taxCatalogs } = till.engine
  expect(await screen.taxCatalogs.state()).toEqual({
    refreshedAt: expect.any(Number),
    isRefreshing: false,
    activities: activities.size,
    places: municipalities.length + districts.size,
    trouble: null,
  })
  expect([...activities].filter(([code, words]) => taxCatalogs.activity(code)?.description !== words)).toEqual([])
  expect([...districts.values()].filter(({ id, name }) => taxCatalogs.place(id)?.name !== name)).toEqual([])
  expect(municipalities.filter(({ code, name }) => taxCatalogs.place(code)?.name !== name)).toEqual([])

  const found = await screen.taxCatalogs.places({ text: 'sonsonaté' })
  expect(found).toContainEqual(expect.objectContaining({ kind: 'district', name: 'Sonsonate' }))
  expect(await screen.taxCatalogs.activities({ text: 'supermercados' })).toContainEqual({
    code: '47111',
    description: activities.get('47111'),
  })
})

test('nothing is asked while a document is due, and all of it afterwards', async () => {
  const till = await aTill()
  till.sells(coffee())
  till.engine.catalogRefresher.refresh()
  await aMinutePasses(till)
  expect(searches(till)).toEqual([])
  await till.sendsEverything()
  await refreshes(till)
  expect(till.engine.taxCatalogs.refreshedAt()).not.toBeNull()
})

test('the rate limit of the API is never met', async () => {
  const clock = manualClock()
  const simulator = await startSimulator({ rateLimits: { perMinute: 5, perHour: 5_000 }, now: clock.now })
  onTestFinished(() => simulator.close())
  const till = await aTill({ simulator, clock })
  till.engine.catalogRefresher.refresh()
  await refreshes(till)
  expect([searches(till).filter(({ status }) => status === 429), till.engine.catalogRefresher.trouble()]).toEqual([
    [],
    null,
  ])
})

test('a key that is refused holds the queue, is told as the reason, and is not shown once there are catalogues', async () => {
  const till = await aTill()
  const screen = screenOf(till)
  till.simulator.setControls({ keyRevoked: true })
  till.engine.catalogRefresher.refresh()
  await refreshes(till)
  expect([
    till.engine.line.state(),
    await screen.taxCatalogs.state(),
    await screen.taxCatalogs.refresh(),
  ]).toMatchObject([
    'key_refused',
    { refreshedAt: null, trouble: 'key_refused' },
    { ok: false, error: { code: 'key_refused' } },
  ])
  till.engine.taxCatalogs.replace({ activities: [], departments: [], districts: [] }, 1)
  expect(await screen.taxCatalogs.state()).toMatchObject({ refreshedAt: 1, trouble: null })
})

test('only a shell that says so refreshes by itself, and it ends with its engine', async () => {
  const quiet = await aTill()
  const told = await aTill({ refreshesCatalogs: true })
  for (const till of [quiet, told]) {
    till.engine.start()
    till.clock.advance(60_000)
  }
  expect([quiet, told].map((till) => till.engine.catalogRefresher.isRefreshing())).toEqual([false, true])
  await told.engine.stop()
  expect(told.engine.catalogRefresher.isRefreshing()).toBe(false)
})
