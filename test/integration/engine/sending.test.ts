import { expect, onTestFinished, test } from 'vitest'
import { startSimulator } from '#simulator/start-simulator.ts'
import { aCart, coffee } from '#support/a-cart.ts'
import { aTill, ledgerOf } from '#support/a-till.ts'
import { manualClock } from '#support/manual-clock.ts'

test('a sale is saved before anything is sent, then stamped, and its ticket and JSON are kept', async () => {
  const till = await aTill()
  const sale = till.sells(coffee())
  expect([till.stateOf(sale), ledgerOf(till.simulator)]).toEqual(['pending', []])

  await till.sendsEverything()

  expect(ledgerOf(till.simulator)).toEqual([{ ref: sale.externalRef, state: 'stamped', posts: 1, total: '11.00' }])
  expect(till.engine.documentDetail(sale.externalRef)).toMatchObject({
    state: 'stamped',
    controlNumber: 'DTE-01-M001P001-000000000000001',
    entry: { state: 'settled', step: 'settle' },
    files: [{ kind: 'ticket' }, { kind: 'json' }],
  })
  expect(till.engine.verify()).toEqual([])
})

test('a lost answer is asked about, and never posted again when it did arrive', async () => {
  const till = await aTill()
  till.simulator.setControls({ loseNextAnswers: 1 })
  const sale = till.sells(coffee())
  await till.sendsEverything()
  expect(ledgerOf(till.simulator)).toEqual([{ ref: sale.externalRef, state: 'stamped', posts: 1, total: '11.00' }])
  const calls = till.engine.stores.documents.attempts(sale.externalRef).map(({ call, outcome }) => `${call} ${outcome}`)
  expect(calls.slice(0, 2)).toEqual(['post unknown', 'status stamped'])
})

test('after a 5xx the same bytes go out once the API says that it never had them', async () => {
  const till = await aTill()
  till.simulator.setControls({ failNext: { count: 1, status: 503 } })
  const sale = till.sells(coffee())
  await till.sendsEverything()
  const calls = till.engine.stores.documents.attempts(sale.externalRef).map(({ call, outcome }) => `${call} ${outcome}`)
  expect(calls.slice(0, 3)).toEqual(['post unknown', 'status not_found', 'post stamped'])
  expect(till.simulator.ledger()[0]?.request).toEqual(
    JSON.parse(till.engine.stores.documents.request(sale.externalRef, 1).body),
  )
})

test('a shop offline sells on; when the line is back everything goes out, the oldest first, once each', async () => {
  const till = await aTill({ concurrency: 1 })
  till.simulator.setControls({ shopOffline: true })
  const sales = [1, 2, 3, 4, 5].map(() => till.sells(coffee()))
  await till.worksFor(120_000)
  expect(till.engine.tillView()).toMatchObject({ connection: { state: 'offline' }, pending: { count: 5 } })

  till.simulator.setControls({ shopOffline: false })
  await till.sendsEverything()

  expect(ledgerOf(till.simulator)).toEqual(
    sales.map(({ externalRef }) => ({ ref: externalRef, state: 'stamped', posts: 1, total: '11.00' })),
  )
  expect(till.engine.tillView()).toMatchObject({
    connection: { state: 'online' },
    pending: { count: 0, oldestAt: null },
  })
})

test.each([{ shopOffline: true }, { captivePortal: true }])(
  'the return of the line after %o is noticed within 5 s',
  async (fault) => {
    const till = await aTill()
    till.simulator.setControls(fault)
    const sale = till.sells(coffee())
    await till.worksFor(600_000)
    expect(till.engine.tillView().connection.state).toBe('offline')
    till.simulator.setControls({ shopOffline: false, captivePortal: false })
    await till.worksFor(5_000)
    expect([till.stateOf(sale), till.engine.tillView().connection.state]).toEqual(['stamped', 'online'])
  },
)

test('while nothing answers, knocks ask about no document and few questions go out; with nothing to send a knock a minute is all', async () => {
  const till = await aTill()
  till.simulator.setControls({ shopOffline: true })
  till.sells(coffee())
  await till.worksFor(600_000)
  const paths = till.simulator.requests().map(({ path }) => path)
  const knocks = paths.filter((path) => path === '/api/connect')
  expect(knocks.length).toBeGreaterThan(600 / 5)
  // 1, 2, 4 … 60 s, of which chance takes up to half.
  expect(paths.length - knocks.length).toBeLessThan(25)

  till.simulator.setControls({ shopOffline: false })
  await till.worksFor(10_000)
  const before = till.simulator.requests().length
  await till.worksFor(600_000)
  const idle = till.simulator.requests().slice(before)
  expect(idle.map(({ path }) => path)).toEqual(Array(idle.length).fill('/api/connect'))
  expect(idle.length).toBeGreaterThanOrEqual(9)
  expect(idle.length).toBeLessThanOrEqual(10)
})

test('an API that answers with errors is not knocked at, and is asked ever more seldom', async () => {
  const till = await aTill()
  till.simulator.setControls({ failNext: { count: 10_000, status: 503 } })
  till.sells(coffee())
  await till.worksFor(600_000)
  const paths = till.simulator.requests().map(({ path }) => path)
  expect(paths.filter((path) => path === '/api/connect')).toEqual([])
  expect(paths.length).toBeLessThan(25)
  const asked = paths.length
  till.engine.line.release()
  till.engine.viewChanged()
  await till.worksFor(100)
  expect(till.simulator.requests().length).toBe(asked + 1)
})

test('the sale at the counter goes ahead of the backlog', async () => {
  const till = await aTill({ concurrency: 1 })
  const backlog = [till.sells(coffee()), till.sells(coffee()), till.sells(coffee())]
  till.clock.advance(10_000)
  const counter = till.sells(aCart().with('Pan', { price: '0.25' }))
  await till.sendsEverything()
  expect(till.simulator.ledger().map(({ externalRef }) => externalRef)).toEqual(
    [counter, ...backlog].map(({ externalRef }) => externalRef),
  )
})

test('a document in contingency is asked about and never posted again, until it is stamped', async () => {
  const till = await aTill()
  till.simulator.setControls({ mh: 'down' })
  const sale = till.sells(coffee())
  await till.worksFor(3_600_000)
  expect(till.stateOf(sale)).toBe('contingency')
  expect(till.engine.tillView().connection).toMatchObject({ state: 'online', ministrySilent: true })

  till.simulator.setControls({ mh: 'up' })
  await till.worksFor(900_000)

  expect(ledgerOf(till.simulator)).toEqual([{ ref: sale.externalRef, state: 'stamped', posts: 1, total: '11.00' }])
  expect(till.engine.documentDetail(sale.externalRef)).toMatchObject({
    state: 'stamped',
    files: [{ kind: 'ticket' }, { kind: 'json' }],
  })
})

test('a late rejection parks a document that was in contingency', async () => {
  const till = await aTill()
  till.simulator.setControls({ mh: 'down', rejectOnRevalidation: 1 })
  const sale = till.sells(coffee())
  await till.worksFor(10_000)
  till.simulator.setControls({ mh: 'up' })
  await till.worksFor(900_000)
  expect(till.engine.documentDetail(sale.externalRef)).toMatchObject({ state: 'rejected', entry: { state: 'parked' } })
})

test('a rejected customer is corrected and sent again under the same ref; the first request is kept', async () => {
  const till = await aTill()
  const sale = till.sells(coffee().for({ name: 'Cliente de Prueba', email: 'cliente@ejemplo.test' }))
  till.simulator.setControls({ rejectNext: { count: 1 } })
  await till.sendsEverything()
  expect(till.engine.documentDetail(sale.externalRef)).toMatchObject({
    state: 'rejected',
    entry: { state: 'parked' },
    remarks: { code: '096', texts: ['Campo #/receptor/correo no cumple el formato requerido'] },
  })

  const corrected = till.engine.correctAndResend(sale.externalRef, {
    name: 'Cliente de Prueba',
    document: null,
    email: 'otro@ejemplo.test',
    phone: null,
  })
  expect(corrected.ok).toBe(true)
  till.engine.documentChanged(sale.externalRef)
  await till.sendsEverything()

  expect(ledgerOf(till.simulator)).toEqual([{ ref: sale.externalRef, state: 'stamped', posts: 2, total: '11.00' }])
  const bodies = [1, 2].map((revision) =>
    JSON.parse(till.engine.stores.documents.request(sale.externalRef, revision).body),
  )
  expect(bodies.map(({ customer }) => customer.email)).toEqual(['cliente@ejemplo.test', 'otro@ejemplo.test'])
})

test('a corrected request whose answer was lost is posted again, as the question still tells of the first judgement', async () => {
  const till = await aTill()
  const sale = till.sells(coffee().for({ email: 'cliente@ejemplo.test' }))
  till.simulator.setControls({ rejectNext: { count: 1 } })
  await till.sendsEverything()
  till.engine.correctAndResend(sale.externalRef, null)
  till.simulator.setControls({ failNext: { count: 1, status: 502 } })
  till.engine.documentChanged(sale.externalRef)
  await till.sendsEverything()
  const calls = till.engine.stores.documents.attempts(sale.externalRef).map(({ call, outcome }) => `${call} ${outcome}`)
  expect(calls.slice(0, 4)).toEqual(['post rejected', 'post unknown', 'status rejected', 'post stamped'])
})

test('a payload that the API refuses is parked with the reason, and holds up nobody', async () => {
  const till = await aTill({ concurrency: 1 })
  const first = till.sells(coffee())
  till.engine.stores.documents.freeze(
    first.externalRef,
    { revision: 2, body: JSON.stringify({ external_ref: first.externalRef, lines: [] }), sha256: '0'.repeat(64) },
    till.clock.now(),
  )
  const document = till.engine.stores.documents.find(first.externalRef)
  if (document) till.engine.stores.documents.update({ ...document, revision: 2 })
  const second = till.sells(coffee())
  await till.sendsEverything()
  expect([till.stateOf(first), till.stateOf(second)]).toEqual(['refused', 'stamped'])
  expect(till.engine.documentDetail(first.externalRef)?.remarks?.texts[0]).toMatch(/lines/)
})

test('a refused key stops the whole queue, loses nothing, and the queue goes on when the key works again', async () => {
  const till = await aTill()
  till.simulator.setControls({ keyRevoked: true })
  const sales = [till.sells(coffee()), till.sells(coffee())]
  await till.worksFor(30_000)
  expect(till.engine.tillView().connection.state).toBe('key_refused')
  expect(sales.map(till.stateOf)).toEqual(['pending', 'pending'])
  const tried = till.simulator.requests().length
  expect(tried).toBeLessThanOrEqual(4)

  till.simulator.setControls({ keyRevoked: false })
  await till.worksFor(90_000)
  expect(sales.map(till.stateOf)).toEqual(['stamped', 'stamped'])
})

test('without a key nothing is sent, and everything is kept', async () => {
  const till = await aTill({ key: null })
  const sale = till.sells(coffee())
  await till.worksFor(120_000)
  expect([till.stateOf(sale), till.engine.tillView().connection.state]).toEqual(['pending', 'no_key'])
  expect(till.simulator.requests()).toEqual([])
})

test('a 429 is waited out exactly as long as the API asks, by all requests together', async () => {
  const till = await aTill({ concurrency: 2 })
  till.simulator.setControls({ throttleNext: { count: 1, retryAfterSeconds: 40 } })
  till.sells(coffee())
  await till.worksFor(39_000)
  const duringTheWait = till.simulator.requests().length
  await till.worksFor(5_000)
  expect({ duringTheWait, state: till.engine.tillView().connection.state }).toEqual({
    duringTheWait: 1,
    state: 'online',
  })
  expect(till.simulator.ledger()).toHaveLength(1)
})

test('an answer for another ref is an alarm, parked, and never counted as issued', async () => {
  const till = await aTill()
  till.simulator.setControls({ answerRefNext: 'T99-C99-20200101-000001-OTRA1' })
  const sale = till.sells(coffee())
  await till.sendsEverything()
  expect(till.engine.documentDetail(sale.externalRef)).toMatchObject({
    state: 'alarm',
    controlNumber: null,
    entry: { state: 'parked' },
  })
})

test('an issued document whose total differs by a cent is issued, and flagged', async () => {
  const till = await aTill()
  till.simulator.setControls({ alterAmountsNextCents: 1 })
  const sale = till.sells(coffee())
  await till.sendsEverything()
  expect(till.engine.documentDetail(sale.externalRef)).toMatchObject({ state: 'stamped', amountsDiffer: true })
})

test.each(['captivePortal', 'truncateNext'] as const)(
  '%s proves nothing: the document stays ours until a real answer comes',
  async (fault) => {
    const till = await aTill()
    till.simulator.setControls(fault === 'captivePortal' ? { captivePortal: true } : { truncateNext: 1 })
    const sale = till.sells(coffee())
    await till.worksFor(100)
    expect(till.stateOf(sale)).toBe('unknown')
    till.simulator.setControls({ captivePortal: false })
    await till.sendsEverything()
    expect(ledgerOf(till.simulator)).toEqual([{ ref: sale.externalRef, state: 'stamped', posts: 1, total: '11.00' }])
  },
)

test('a 429 is waited out whatever the calls under way with it bring', async () => {
  const till = await aTill({ concurrency: 4 })
  const sales = Array.from({ length: 8 }, () => till.sells(coffee()))
  till.simulator.setControls({ throttleNext: { count: 1, retryAfterSeconds: 30 } })
  await till.worksFor(29_000)
  expect(till.simulator.requests().length).toBeLessThanOrEqual(4)
  await till.sendsEverything()
  expect(sales.map(till.stateOf)).toEqual(Array(8).fill('stamped'))
})

test('the backlog leaves the end of the minute to the counter: a sale rung up then is issued at once', async () => {
  const clock = manualClock()
  const simulator = await startSimulator({ rateLimits: { perMinute: 30, perHour: 5_000 }, now: clock.now })
  onTestFinished(() => simulator.close())
  const till = await aTill({ simulator, clock })
  const backlog = Array.from({ length: 80 }, () => till.sells(coffee()))
  clock.advance(10_000)
  await till.worksFor(119_000)
  const counter = till.sells(aCart().with('Pan', { price: '0.25' }))
  await till.worksFor(1_000)
  expect(till.stateOf(counter)).toBe('stamped')
  const left = backlog.filter((sale) => till.stateOf(sale) !== 'stamped').length
  expect(left).toBeGreaterThan(0)
  expect(left).toBeLessThan(80 - 48)
  expect(simulator.requests().filter(({ status }) => status === 429)).toEqual([])
})

test('a clock set back holds up nothing', async () => {
  const till = await aTill()
  till.simulator.setControls({ shopOffline: true })
  const sale = till.sells(coffee())
  await till.worksFor(120_000)
  till.simulator.setControls({ shopOffline: false })
  till.clock.setBack(7_200_000)
  till.engine.documentChanged(null)
  await till.worksFor(1_000)
  expect(till.stateOf(sale)).toBe('stamped')
})

test('an alarm that a person has looked into is asked about anew, never posted blindly', async () => {
  const till = await aTill()
  till.simulator.setControls({ answerRefNext: 'T99-C99-20200101-000001-OTRA1' })
  const sale = till.sells(coffee())
  await till.sendsEverything()
  expect(till.stateOf(sale)).toBe('alarm')
  expect(till.engine.retryNow(sale.externalRef)).toEqual({ ok: true, value: null })
  till.engine.documentChanged(sale.externalRef)
  await till.sendsEverything()
  expect(ledgerOf(till.simulator)).toEqual([{ ref: sale.externalRef, state: 'stamped', posts: 1, total: '11.00' }])
})
