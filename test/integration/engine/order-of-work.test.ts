import { expect, onTestFinished, test } from 'vitest'
import { startSimulator } from '#simulator/start-simulator.ts'
import { aCart, coffee } from '#support/a-cart.ts'
import { aTill, type Till, type TillOptions } from '#support/a-till.ts'
import { manualClock } from '#support/manual-clock.ts'

const bread = () => aCart().with('Pan', { price: '0.25' })

/** A till over an API that lets so many calls through in a minute of the same time. */
const aLimitedTill = async (perMinute: number, options: TillOptions = {}): Promise<Till> => {
  const clock = manualClock()
  const simulator = await startSimulator({ rateLimits: { perMinute, perHour: 5_000 }, now: clock.now })
  onTestFinished(() => simulator.close())
  return aTill({ simulator, clock, ...options })
}

/** Sales that nobody waits for at the counter any more. */
const aBacklog = (till: Till, count: number) => {
  const sales = Array.from({ length: count }, () => till.sells(coffee()))
  till.clock.advance(10_000)
  return sales
}

const requests = (till: Till) =>
  till.simulator.requests().map(({ path, externalRef, status }) => ({ path, externalRef, status }))
const isFile = ({ path }: { readonly path: string }) => path.includes('/file/')
const isStatus = ({ path }: { readonly path: string }) => path.includes('/status/')
const refused = (till: Till) => requests(till).filter(({ status }) => status === 429)

test('a backlog is issued before any of its files is asked for, and then the files are', async () => {
  const till = await aLimitedTill(60)
  const backlog = aBacklog(till, 40)
  await till.worksFor(50_000)
  const first = requests(till).findIndex(isFile)
  expect(first).toBeGreaterThanOrEqual(backlog.length)
  await till.worksFor(360_000)
  expect(requests(till).filter(isFile).length).toBe(2 * backlog.length)
  expect(refused(till)).toEqual([])
})

test('a ticket that somebody waits for on paper is fetched ahead of the backlog', async () => {
  const till = await aLimitedTill(60, { prints: true })
  const backlog = aBacklog(till, 60)
  await till.worksFor(5_000)
  const counter = till.sells(bread())
  await till.worksFor(2_000)
  expect(till.engine.stores.printJobs.latest(counter.externalRef)).toMatchObject({ paper: 'ticket', state: 'printed' })
  expect(backlog.filter((sale) => till.stateOf(sale) !== 'stamped').length).toBeGreaterThan(40)
  const fetched = requests(till).filter(isFile)
  expect(new Set(fetched.map(({ externalRef }) => externalRef))).toEqual(new Set([counter.externalRef]))
})

test('a counter sale whose first call meets a reset is asked about and sent ahead of the backlog', async () => {
  const till = await aLimitedTill(120, { prints: true })
  aBacklog(till, 300)
  await till.worksFor(10_000)
  till.simulator.setControls({ resetNext: { count: 1, when: 'before_reading' } })
  const counter = till.sells(bread())
  await till.worksFor(5_000)
  expect(till.stateOf(counter)).toBe('stamped')
  expect(till.engine.stores.printJobs.latest(counter.externalRef)).toMatchObject({ paper: 'ticket', state: 'printed' })
})

test('a till that stops in the middle of a backlog leaves nothing claimed that was never sent', async () => {
  const till = await aLimitedTill(2_000)
  aBacklog(till, 400)
  await till.worksFor(3_000)
  await till.engine.sender.stop()
  expect(till.engine.stores.outbox.claimed()).toEqual([])
})

test('many documents in contingency take a part of the budget, one after the other, and hold up no sale', async () => {
  const till = await aLimitedTill(60)
  till.simulator.setControls({ mh: 'down' })
  const watched = aBacklog(till, 50)
  await till.worksFor(600_000)
  expect(watched.map(till.stateOf)).toEqual(Array(50).fill('contingency'))
  till.engine.stores.outbox.wakeAll(till.clock.now())
  till.engine.documentChanged(null)

  const before = requests(till).length
  await till.worksFor(60_000)
  const asked = requests(till).slice(before).filter(isStatus)
  expect(asked.length).toBeGreaterThan(60 * 0.25)
  expect(asked.length).toBeLessThan(60 * 0.5)
  expect(new Set(asked.map(({ externalRef }) => externalRef)).size).toBe(asked.length)

  const counter = till.sells(bread())
  await till.worksFor(1_000)
  expect(till.stateOf(counter)).toBe('contingency')
  expect(refused(till)).toEqual([])
})

test('where answers take long, the counter waits for none of the backlog to end', async () => {
  const till = await aTill()
  till.sells(bread())
  await till.sendsEverything()
  const before = requests(till).length
  const since = () => requests(till).slice(before)

  aBacklog(till, 8)
  till.simulator.setControls({ latencyMs: 2_000 })
  till.engine.documentChanged(null)
  await expect.poll(() => since().length, { interval: 10 }).toBe(4)
  const counter = till.sells(bread())
  await expect.poll(() => since().length, { interval: 10 }).toBe(5)
  expect(since().map(({ status }) => status)).toEqual(Array(5).fill('no_answer'))
  expect(since()[4]?.externalRef).toBe(counter.externalRef)
  till.simulator.setControls({ latencyMs: 0 })
  await till.sendsEverything()
})

test('told to wait, with a backlog and slow answers, the customer has a slip when the counter’s time is over', async () => {
  const till = await aLimitedTill(60, { prints: true })
  aBacklog(till, 20)
  till.simulator.setControls({ throttleNext: { count: 1, retryAfterSeconds: 40 } })
  await till.worksFor(1_000)
  expect(till.engine.line.state()).toBe('throttled')
  const counter = till.sells(bread())
  await till.worksFor(5_000)
  expect(till.engine.stores.printJobs.latest(counter.externalRef)).toMatchObject({ state: 'waiting' })
  await till.worksFor(2_000)
  expect(till.engine.stores.printJobs.latest(counter.externalRef)).toMatchObject({ paper: 'slip', state: 'printed' })
})
