import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '#adapters/sqlite/open-database.ts'
import { sqliteSales } from '#adapters/sqlite/sales.ts'
import { aCart, coffee } from '#support/a-cart.ts'
import { aTill } from '#support/a-till.ts'

test('one press of "Cobrar" is one sale, however often its answer was lost', async () => {
  const till = await aTill()
  const attemptId = randomUUID()
  const press = () => till.engine.completeSale(coffee(), [{ method: '01', amount: 2000 }], attemptId)
  const [first, second] = [press(), press()]
  expect(second).toEqual(first)
  expect(first).toMatchObject({ ok: true, value: { saleNumber: 1, settlement: { change: 900 } } })
  expect(till.engine.documentList.counts().pending).toBe(1)
})

test('the press of one sale never answers for another', async () => {
  const till = await aTill()
  const attemptId = randomUUID()
  till.engine.completeSale(coffee(), [{ method: '01', amount: 1100 }], attemptId)
  const other = till.engine.completeSale(
    aCart().with('Pan', { price: '0.25' }),
    [{ method: '01', amount: 25 }],
    attemptId,
  )
  expect(other).toEqual({ ok: false, error: { code: 'attempt_reused', field: 'attempt_id' } })
})

test('a refused sale leaves nothing behind', async () => {
  const till = await aTill()
  const refused = till.engine.completeSale(
    aCart().with('Casa', { price: '25000.00' }),
    [{ method: '05', amount: 2_500_000 }],
    randomUUID(),
  )
  expect(refused).toEqual({ ok: false, error: { code: 'buyer_required', field: 'customer' } })
  expect(till.engine.documentList.counts().pending).toBe(0)
  expect(till.engine.tillView().nextSaleNumber).toBe(1)
})

test('a sale is on disk, whole, for another process before the call returns', async () => {
  const till = await aTill()
  const sale = till.sells(coffee())
  const other = openDatabase(path.join(till.folder, 'till.db'))
  try {
    expect(sqliteSales(other).find(sale.externalRef)).toEqual(sale)
  } finally {
    other.close()
  }
})

test('two tills on the same data never share a number: the commands of a technician beside the open till', async () => {
  const till = await aTill()
  const beside = await aTill({ folder: till.folder, simulator: till.simulator, clock: till.clock })
  const refs = [till, beside, till, beside].map((one) => one.sells(coffee()).externalRef)
  expect(refs.map((ref) => ref.split('-')[3])).toEqual(['000001', '000002', '000003', '000004'])
})

test('only one process sends at a time; the other takes over when the first has ended', async () => {
  const till = await aTill()
  const beside = await aTill({ folder: till.folder, simulator: till.simulator, clock: till.clock })
  expect([till.engine.canSend(), beside.engine.canSend()]).toEqual([true, false])
  await till.engine.stop()
  expect(beside.engine.canSend()).toBe(true)
})

test('a claim found at the start is asked about before anything is sent again', async () => {
  const till = await aTill()
  const sale = till.sells(coffee())
  till.engine.stores.outbox.claim(till.clock.now(), 1)
  await till.engine.stop()

  const restarted = await aTill({ folder: till.folder, simulator: till.simulator, clock: till.clock })
  await restarted.sendsEverything()

  const calls = restarted.engine.stores.documents
    .attempts(sale.externalRef)
    .map(({ call, outcome }) => `${call} ${outcome}`)
  expect(calls.slice(0, 3)).toEqual(['post interrupted', 'status not_found', 'post stamped'])
  expect(till.simulator.ledger()).toMatchObject([{ externalRef: sale.externalRef, posts: 1, state: 'stamped' }])
})

test('a till that stops does not wait for an API that never answers, and asks about the document at the next start', async () => {
  const till = await aTill()
  till.simulator.setControls({ latencyMs: 600_000 })
  const sale = till.sells(coffee())
  till.engine.startSending()
  await expect.poll(() => till.simulator.requests().length).toBe(1)
  await till.engine.stop()

  till.simulator.setControls({ latencyMs: 0 })
  const restarted = await aTill({ folder: till.folder, simulator: till.simulator, clock: till.clock })
  await restarted.sendsEverything()
  expect(restarted.stateOf(sale)).toBe('stamped')
  // Cut off by the stop, and not by the call's own time-out.
  const [cutOff] = restarted.engine.stores.documents.attempts(sale.externalRef)
  expect(cutOff).toMatchObject({ call: 'post', outcome: 'unknown', detail: 'UND_ERR_DESTROYED' })
  expect(till.simulator.ledger()).toMatchObject([{ posts: 1, state: 'stamped' }])
})
