import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import { coffee } from '#support/a-cart.ts'
import { aSpoilingProxy } from '#support/a-spoiling-proxy.ts'
import { aSimulator, aTill } from '#support/a-till.ts'

const stateOf = (till: Awaited<ReturnType<typeof aTill>>) => till.engine.tillView().connection.state

test('a till with nothing to send notices within two minutes that the line is down, and within five seconds that it is back', async () => {
  const till = await aTill()
  till.sells(coffee())
  await till.sendsEverything()
  till.simulator.setControls({ shopOffline: true })
  await till.worksFor(120_000)
  expect(stateOf(till)).toBe('offline')
  till.simulator.setControls({ shopOffline: false })
  await till.worksFor(5_000)
  expect(stateOf(till)).toBe('online')
})

test('“Probar ahora” asks the API at once, with nothing to send too', async () => {
  const till = await aTill()
  const screen = createRouterClient(till.engine.router)
  till.sells(coffee())
  await till.sendsEverything()
  till.simulator.setControls({ shopOffline: true })
  await screen.till.probe()
  await till.worksFor(10)
  expect(stateOf(till)).toBe('offline')
})

test('a refused key that works again is noticed with nothing to send', async () => {
  const till = await aTill()
  const screen = createRouterClient(till.engine.router)
  till.sells(coffee())
  await till.sendsEverything()
  till.simulator.setControls({ keyRevoked: true })
  await screen.till.probe()
  await till.worksFor(10)
  expect(stateOf(till)).toBe('key_refused')
  till.simulator.setControls({ keyRevoked: false })
  await till.worksFor(61_000)
  expect(stateOf(till)).toBe('online')
})

test('where the catalogue alone is out of order, documents bring the line back', async () => {
  const simulator = await aSimulator()
  const proxy = await aSpoilingProxy(simulator.baseUrl)
  const till = await aTill({ simulator, apiUrl: proxy.url })
  proxy.spoils(() => ({ status: 503 }))
  const sales = [till.sells(coffee()), till.sells(coffee())]
  await till.worksFor(60_000)
  expect(stateOf(till)).toBe('offline')
  proxy.spoils(({ path }) => (path.includes('/catalogs/') ? { status: 503 } : null))
  await till.worksFor(130_000)
  expect([stateOf(till), ...sales.map(till.stateOf)]).toEqual(['online', 'stamped', 'stamped'])
})
