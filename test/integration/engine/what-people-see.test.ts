import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import { aCart, coffee } from '#support/a-cart.ts'
import { aTill } from '#support/a-till.ts'

const HOUR_MS = 3_600_000

const aWatchedTill = async () => {
  const till = await aTill()
  return { ...till, screen: createRouterClient(till.engine.router) }
}

test('what is not issued is told of from closing time on, and the next morning as of a day before', async () => {
  const till = await aWatchedTill()
  till.simulator.setControls({ shopOffline: true })
  till.sells(coffee())
  till.sells(coffee())
  const deadlines = async () => (await till.screen.till.view()).deadlines
  expect(await deadlines()).toEqual([])
  till.clock.advance(8 * HOUR_MS)
  expect(await deadlines()).toEqual([{ kind: 'today', count: 2 }])
  till.clock.advance(14 * HOUR_MS)
  expect(await deadlines()).toEqual([{ kind: 'earlier_day', count: 2, since: '2026-11-20' }])
  till.simulator.setControls({ shopOffline: false })
  await till.sendsEverything()
  expect(await deadlines()).toEqual([])
})

test('a document in contingency is warned of after a day and alarms after three, until it is stamped', async () => {
  const till = await aWatchedTill()
  till.simulator.setControls({ mh: 'down' })
  till.sells(coffee())
  await till.sendsEverything()
  const view = () => till.screen.till.view()
  const since = (await view()).connection.silentSince
  expect([(await view()).connection.ministrySilent, since]).toEqual([true, till.clock.now()])
  till.clock.advance(24 * HOUR_MS)
  expect((await view()).deadlines).toEqual([{ kind: 'contingency_warning', count: 1, hours: 24 }])
  till.clock.advance(48 * HOUR_MS)
  expect((await view()).deadlines).toEqual([{ kind: 'contingency_alarm', count: 1, hours: 72 }])
  till.simulator.setControls({ mh: 'up' })
  await till.worksFor(HOUR_MS)
  expect([(await view()).deadlines, (await view()).connection.ministrySilent]).toEqual([[], false])
})

test('everything that the filters find is retried, page by page, and only that', async () => {
  const till = await aWatchedTill()
  till.simulator.setControls({ rejectNext: { count: 120 } })
  const rejected = Array.from({ length: 120 }, () => till.sells(coffee()))
  await till.sendsEverything()
  expect(till.engine.documentList.counts()).toMatchObject({ rejected: 120, pending: 0 })
  const filters = { filter: 'attention', from: '2026-11-20' } as const
  let [retried, after, pages] = [0, undefined as string | undefined, 0]
  do {
    const page = await till.screen.documents.retryListed({ ...filters, ...(after !== undefined && { after }) })
    if (!page.ok) throw new Error(page.error.code)
    retried += page.value.retried
    after = page.value.next ?? undefined
    pages += 1
  } while (after !== undefined)
  expect([retried, pages]).toEqual([120, 3])
  await till.sendsEverything()
  expect(till.engine.documentList.counts()).toMatchObject({ stamped: 120, rejected: 0 })
  expect(rejected.map((sale) => till.stateOf(sale)).every((state) => state === 'stamped')).toBe(true)
})

test('what can be retried together is counted first, the refused apart; what is stamped is not even walked', async () => {
  const till = await aWatchedTill()
  for (let sale = 0; sale < 60; sale += 1) till.sells(coffee())
  till.simulator.setControls({ rejectNext: { count: 2 } })
  await till.sendsEverything()
  till.simulator.setControls({ shopOffline: true })
  till.sells(coffee())
  expect(till.engine.documentList.counts()).toMatchObject({ stamped: 58, rejected: 2, pending: 1 })
  const { documents } = till.screen
  expect(await documents.retryable({ filter: 'all' })).toEqual({ count: 3, refused: 2, next: null })
  expect(await documents.retryable({ filter: 'issued' })).toEqual({ count: 0, refused: 0, next: null })
  expect(await documents.retryListed({ filter: 'all' })).toEqual({ ok: true, value: { retried: 3, next: null } })
})

test('while a bulk retry drains, the sale at the counter still goes first', async () => {
  const till = await aWatchedTill()
  till.simulator.setControls({ rejectNext: { count: 20 } })
  for (let sale = 0; sale < 20; sale += 1) till.sells(coffee())
  await till.sendsEverything()
  await till.screen.documents.retryListed({ filter: 'attention' })
  const now = till.clock.now()
  const counter = till.sells(coffee())
  const [first] = till.engine.stores.outbox.claim(now, 1)
  expect(first?.externalRef).toBe(counter.externalRef)
})

test('a day’s report holds sales, documents and the API’s amounts against one another', async () => {
  const till = await aWatchedTill()
  till.sells(coffee())
  till.sells(aCart().with('Pan', { price: '0.25' }))
  await till.sendsEverything()
  till.simulator.setControls({ shopOffline: true })
  const unsent = till.sells(coffee())
  const { date, sales, issued, documents, differences } = await till.screen.reports.day({ date: '2026-11-20' })
  expect({ date, sales, documents, issued, differences }).toEqual({
    date: '2026-11-20',
    sales: { count: 3, amount: 2_225 },
    documents: { count: 3, amount: 2_225 },
    issued: { count: 2, amount: 1_125 },
    differences: [
      { kind: 'not_issued', saleNumber: 3, externalRef: unsent.externalRef, total: 1_100, reportedTotal: null },
    ],
  })
  const empty = await till.screen.reports.day({ date: '2026-11-21' })
  expect([empty.sales, empty.differences]).toEqual([{ count: 0, amount: 0 }, []])
})

test('a sale that is issued the day after is told of with its other fiscal date', async () => {
  const till = await aWatchedTill()
  till.simulator.setControls({ shopOffline: true })
  const sale = till.sells(coffee())
  await till.worksFor(1_000)
  till.clock.advance(24 * HOUR_MS)
  till.simulator.setControls({ shopOffline: false })
  await till.sendsEverything()
  const { otherDays, differences } = await till.screen.reports.day({ date: '2026-11-20' })
  expect(differences).toEqual([])
  const fiscalDate = otherDays[0]?.fiscalDate ?? ''
  expect(otherDays).toEqual([
    { saleNumber: 1, externalRef: sale.externalRef, total: 1_100, fiscalDate, isEstimated: false },
  ])
  expect(fiscalDate).not.toBe('2026-11-20')
  const { sales, arrivals } = await till.screen.reports.day({ date: fiscalDate })
  expect({ sales, arrivals }).toEqual({
    sales: { count: 0, amount: 0 },
    arrivals: [{ saleNumber: 1, externalRef: sale.externalRef, total: 1_100, businessDate: '2026-11-20' }],
  })
})

test('a day is closed whatever is pending: noted with its sums, and backed up with every sale', async () => {
  const till = await aWatchedTill()
  till.sells(coffee())
  await till.sendsEverything()
  till.simulator.setControls({ shopOffline: true })
  till.sells(coffee())
  const closed = await till.screen.reports.closeDay({ date: '2026-11-20' })
  expect(closed).toEqual({
    ok: true,
    value: {
      date: '2026-11-20',
      closedAt: till.clock.now(),
      backup: { ok: true, value: { name: expect.any(String), sales: 2 } },
    },
  })
  const acts = [...till.engine.stores.journal.between(0, till.clock.now() + 1)].filter(({ kind }) => kind === 'act')
  expect(acts.at(-1)?.facts).toEqual({
    act: 'day_closed',
    reason: '',
    date: '2026-11-20',
    sales: 2,
    sold_cents: 2_200,
    issued_cents: 1_100,
    differences: 1,
    pending: 1,
    attention: 0,
    in_contingency: 0,
    cancelling: 0,
  })
})
