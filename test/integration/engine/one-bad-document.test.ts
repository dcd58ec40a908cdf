import { expect, test } from 'vitest'
import { aCart, coffee } from '#support/a-cart.ts'
import { aSpoilingProxy, type Spoiling } from '#support/a-spoiling-proxy.ts'
import { aSimulator, aTill, ledgerOf } from '#support/a-till.ts'

const bread = () => aCart().with('Pan', { price: '0.25' })
const MINUTE_MS = 60_000

const aTillBehindAProxy = async () => {
  const simulator = await aSimulator()
  const proxy = await aSpoilingProxy(simulator.baseUrl)
  return { till: await aTill({ simulator, apiUrl: proxy.url }), proxy, simulator }
}

const ODD_FLAGS = { fields: { success: true, dte_success: false, contingency: false, rejected: false } }

test.each<[string, number, Spoiling]>([
  ['an error of the API', 1, { status: 500 }],
  ['errors of the API for two', 2, { status: 500 }],
  ['flags that are not in the table', 1, ODD_FLAGS],
  ['flags that are not in the table for two', 2, ODD_FLAGS],
])('a document that only ever meets %s holds up no other', async (_, count, spoiling) => {
  const { till, proxy } = await aTillBehindAProxy()
  const bad = Array.from({ length: count }, () => till.sells(coffee()))
  proxy.spoils(({ path, body }) =>
    bad.some(({ externalRef }) => path.includes(`/status/${externalRef}`) || body.includes(externalRef))
      ? spoiling
      : null,
  )
  await till.worksFor(5 * MINUTE_MS)
  const waits: number[] = []
  for (let sale = 0; sale < 15; sale += 1) {
    const good = till.sells(bread())
    let seconds = 0
    while (till.stateOf(good) !== 'stamped' && seconds < 300) {
      await till.worksFor(1_000)
      seconds += 1
    }
    waits.push(seconds)
    await till.worksFor(40_000)
  }
  // Two bad ones in a row look like a line that is down, for as long as it takes to ask.
  expect(Math.max(...waits)).toBeLessThanOrEqual(6)
  expect(bad.map(till.stateOf)).toEqual(Array(count).fill('unknown'))

  proxy.spoils(() => null)
  await till.worksFor(10 * MINUTE_MS)
  expect(bad.map(till.stateOf)).toEqual(Array(count).fill('stamped'))
  expect(ledgerOf(till.simulator).map(({ posts }) => posts)).toEqual(Array(count + 15).fill(1))
})

test('a cancellation that the API answers with no word of its contract holds up no sale', async () => {
  const { till, proxy } = await aTillBehindAProxy()
  const sale = till.sells(coffee())
  await till.sendsEverything()
  proxy.spoils(({ path }) => (path.includes('/invalidate/') ? { fields: { success: false } } : null))
  till.engine.cancelDocument(sale.externalRef, 'Se cobró dos veces')
  till.engine.documentChanged(sale.externalRef)
  await till.worksFor(5 * MINUTE_MS)
  const others = [till.sells(bread()), till.sells(bread())]
  await till.worksFor(5_000)
  expect([till.stateOf(sale), ...others.map(till.stateOf)]).toEqual(['cancelling', 'stamped', 'stamped'])
})

test('files that cannot be had hold up no sale, and the line is as good as it is', async () => {
  const { till, proxy } = await aTillBehindAProxy()
  proxy.spoils(({ path }) => (path.includes('/file/') ? { status: 500 } : null))
  const sales = [till.sells(bread()), till.sells(bread()), till.sells(bread())]
  for (let minute = 0; minute < 10; minute += 1) {
    await till.worksFor(MINUTE_MS)
    expect(till.engine.line.state()).toBe('online')
  }
  expect(sales.map(till.stateOf)).toEqual(['stamped', 'stamped', 'stamped'])
  proxy.spoils(() => null)
  await till.sendsEverything()
  expect(sales.flatMap(({ externalRef }) => till.engine.stores.files.list(externalRef)).length).toBe(6)
})

test('a question that finds a document refused for the company’s sake: the same bytes go out again, and all others go on', async () => {
  const { till, simulator } = await aTillBehindAProxy()
  simulator.setControls({ rejectNext: { count: 1, code: '006', observations: ['FIRMA VENCIDA'] }, loseNextAnswers: 1 })
  const first = till.sells(coffee())
  await till.worksFor(1_000)
  const others = [till.sells(bread()), till.sells(bread())]
  await till.worksFor(30_000)
  expect([first, ...others].map(till.stateOf)).toEqual(['stamped', 'stamped', 'stamped'])
  expect(ledgerOf(simulator).map(({ posts }) => posts)).toEqual([2, 1, 1])
})

test('a document in contingency that is refused late for the company’s sake is posted again, and holds up no sale meanwhile', async () => {
  const { till, proxy, simulator } = await aTillBehindAProxy()
  simulator.setControls({ mh: 'down' })
  const sale = till.sells(coffee())
  await till.worksFor(5_000)
  simulator.setControls({ mh: 'up', rejectOnRevalidation: 1, rejectNext: { count: 0, code: '006', observations: [] } })
  proxy.spoils(({ path }) =>
    path.includes(`/status/${sale.externalRef}`)
      ? { fields: { success: false, dte_success: false, contingency: false, rejected: true, codigo_msg: '006' } }
      : null,
  )
  await till.worksFor(60_000)
  const other = till.sells(bread())
  await till.worksFor(2_000)
  expect([sale, other].map(till.stateOf)).toEqual(['stamped', 'stamped'])
})
