import { randomUUID } from 'node:crypto'
import { call } from '@orpc/server'
import { expect, test } from 'vitest'
import { renderBytes } from '#adapters/printing/virtual-printer/render-bytes.ts'
import type { Engine } from '#engine/create-engine.ts'
import type { Simulator } from '#simulator/start-simulator.ts'
import { coffee } from '#support/a-cart.ts'
import { aFolder } from '#support/a-folder.ts'
import { aSimulator, aTill, FONT, ledgerOf, type Till } from '#support/a-till.ts'
import { readQr } from '../printing/read-qr.ts'

const OTHER_KEY = `odt_${'cd'.repeat(28)}`

const asks = ({ router }: Engine) => ({
  sells: () => {
    const tenders = [{ method: '01' as const, amount: 1100 }]
    return call(router.sale.complete, { ...coffee(), lines: [...coffee().lines], tenders, attemptId: randomUUID() })
  },
  saves: async (environment: '00' | '01') => {
    const { mode, nextMode, keyTail, keyStore, hasPin, dataFolder, version, ...settings } = await call(
      router.settings.get,
      undefined,
    )
    return call(router.settings.save, { ...settings, environment })
  },
})

const issued = (simulator: Simulator) => ledgerOf(simulator).map(({ state, posts }) => `${state} ${posts}`)

/** Issuing posts and signed JSON in the order in which the API was asked for them. */
const order = ({ simulator }: Till) =>
  simulator
    .requests()
    .filter(({ method, path }) => method === 'POST' || path.includes('/file/'))
    .map(({ method }) => method)

const fiveWaiting = (till: Till) => [1, 2, 3, 4, 5].map(() => till.sells(coffee()))

test('where the first signed JSON says what the shop says, the rest goes out after it', async () => {
  const till = await aTill({ environment: '00' })
  fiveWaiting(till)
  await till.sendsEverything()
  expect(issued(till.simulator)).toEqual(Array(5).fill('stamped 1'))
  expect(order(till).slice(0, 2)).toEqual(['POST', 'GET'])
  expect(till.engine.tillView().connection.state).toBe('online')
})

test('where it says otherwise, one is issued of five, nothing is sold, and correcting the setting issues all, none twice', async () => {
  const till = await aTill({ environment: '01' })
  const { sells, saves } = asks(till.engine)
  fiveWaiting(till)
  await till.worksFor(600_000)
  const posts = order(till).filter((method) => method === 'POST')
  expect([issued(till.simulator), posts]).toEqual([['stamped 1'], ['POST']])
  expect(await sells()).toEqual({ ok: false, error: { code: 'environment_wrong' } })
  expect(till.engine.tillView()).toMatchObject({ connection: { state: 'environment_wrong' }, pending: { count: 4 } })

  expect(await saves('00')).toMatchObject({ ok: true, value: { environment: '00' } })
  expect(await sells()).toMatchObject({ ok: true })
  await till.sendsEverything()
  expect(issued(till.simulator)).toEqual(Array(6).fill('stamped 1'))
  expect(till.engine.tillView()).toMatchObject({ connection: { state: 'online' }, pending: { count: 0 } })
})

test('what was issued in the wrong environment is asked about, cancelled and its files fetched all the same', async () => {
  const till = await aTill({ environment: '01' })
  const sale = till.sells(coffee())
  await till.worksFor(60_000)
  expect(till.engine.cancelDocument(sale.externalRef, 'era de prueba')).toMatchObject({ ok: true })
  till.engine.documentChanged(sale.externalRef)
  await till.worksFor(60_000)
  expect(till.engine.documentDetail(sale.externalRef)).toMatchObject({
    state: 'cancelled',
    files: [{ kind: 'ticket' }, { kind: 'json' }],
  })
})

test('a lost answer lets no second one go before it is known what came of the first', async () => {
  const till = await aTill({ environment: '01' })
  till.simulator.setControls({ loseNextAnswers: 1 })
  fiveWaiting(till)
  await till.worksFor(600_000)
  expect([issued(till.simulator), till.engine.tillView().connection.state]).toEqual([
    ['stamped 1'],
    'environment_wrong',
  ])
})

test('in contingency there is no JSON: all go out, one by one', async () => {
  const till = await aTill({ environment: '01' })
  till.simulator.setControls({ mh: 'down' })
  fiveWaiting(till)
  await till.worksFor(60_000)
  expect(till.engine.tillView()).toMatchObject({ inContingency: 5, connection: { state: 'online' } })

  till.simulator.setControls({ mh: 'up' })
  await till.worksFor(3_600_000)
  expect(till.engine.tillView()).toMatchObject({ inContingency: 0, connection: { state: 'environment_wrong' } })
})

test('it is remembered over a restart, and asked anew of another key', async () => {
  const folder = aFolder()
  const simulator = await aSimulator()
  const before = await aTill({ environment: '01', folder, simulator })
  before.sells(coffee())
  await before.worksFor(60_000)
  await before.engine.stop()

  const clock = before.clock
  const again = await aTill({ environment: '01', folder, simulator, clock })
  expect(again.engine.tillView().connection.state).toBe('environment_wrong')
  expect(await asks(again.engine).sells()).toEqual({ ok: false, error: { code: 'environment_wrong' } })
  await again.engine.stop()

  simulator.setControls({ environment: '01' })
  const corrected = await aTill({ environment: '01', folder, simulator, clock, key: OTHER_KEY })
  expect(corrected.engine.tillView().connection.state).toBe('online')
  fiveWaiting(corrected)
  await corrected.sendsEverything()
  expect(issued(simulator)).toEqual(Array(6).fill('stamped 1'))
})

test('a press of “Cobrar” that was answered before is answered again', async () => {
  const till = await aTill({ environment: '01' })
  const attemptId = randomUUID()
  const tenders = [{ method: '01' as const, amount: 1100 }]
  const first = till.engine.completeSale(coffee(), tenders, attemptId)
  await till.worksFor(60_000)
  expect(till.engine.environmentGuard.stopped()).toEqual({ code: 'environment_wrong' })
  expect(till.engine.completeSale(coffee(), tenders, attemptId)).toEqual(first)
})

test('the QR of a ticket made of text asks where the document was issued, whatever the setting says by now', async () => {
  const environmentOn = async (environment: '00' | '01') => {
    const till = await aTill({ environment: '00' })
    const sale = till.sells(coffee())
    await till.worksFor(60_000)
    till.engine.shop.save({ ...till.engine.shop.settings(), environment })
    const { bytes } = await till.engine.composePaper(sale.externalRef, 'text_ticket', 1)
    const [paper] = renderBytes(bytes, { fontFile: FONT, dots: 576 })
    return new URL((paper && readQr(paper.bitmap)) ?? '').searchParams.get('ambiente')
  }
  expect([await environmentOn('00'), await environmentOn('01')]).toEqual(['00', '00'])
})
