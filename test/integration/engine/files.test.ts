import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { call } from '@orpc/server'
import { expect, test } from 'vitest'
import { coffee } from '#support/a-cart.ts'
import { aSpoilingProxy } from '#support/a-spoiling-proxy.ts'
import { aSimulator, aTill } from '#support/a-till.ts'

test('a ticket of the contingency that is still on its way when the stamp comes is not what is kept', async () => {
  const simulator = await aSimulator()
  const proxy = await aSpoilingProxy(simulator.baseUrl)
  const till = await aTill({ simulator, apiUrl: proxy.url })
  const tickets = () => proxy.asked().filter(({ path }) => path.includes('type=ticket')).length
  simulator.setControls({ mh: 'down' })
  proxy.spoils(({ path }) => (path.includes('type=ticket') && tickets() === 1 ? { afterMs: 400 } : null))
  const sale = till.sells(coffee())
  till.engine.startSending()
  await expect.poll(tickets, { interval: 5 }).toBe(1)
  simulator.setControls({ mh: 'up' })
  till.engine.retryNow(sale.externalRef)
  till.engine.documentChanged(sale.externalRef)
  await expect.poll(() => till.stateOf(sale), { interval: 5 }).toBe('stamped')
  await till.sendsEverything()
  expect(tickets()).toBe(2)
  const detail = till.engine.documentDetail(sale.externalRef)
  const kept = till.engine.stores.files.find(sale.externalRef, 'ticket')
  expect(kept?.fetchedAt).toBeGreaterThanOrEqual(detail?.issuedAt ?? Number.POSITIVE_INFINITY)
  const calls = till.engine.stores.documents.attempts(sale.externalRef).map(({ call }) => call)
  expect(calls.filter((call) => call === 'ticket').length).toBe(2)
})

test.each(['changed', 'gone'] as const)('a kept file that is %s is named by verify, and fetched again', async (how) => {
  const till = await aTill()
  const sale = till.sells(coffee())
  await till.sendsEverything()
  const kept = till.engine.stores.files.find(sale.externalRef, 'json')
  if (!kept) throw new Error('no JSON was kept')
  const file = path.join(till.folder, 'files', kept.path)
  if (how === 'gone') rmSync(file)
  else writeFileSync(file, '{}')
  expect(till.engine.verify()).toEqual([
    { code: 'archived_file_changed_or_missing', externalRef: sale.externalRef, detail: kept.path },
  ])
  till.engine.documentChanged(null)
  await till.sendsEverything()
  expect(till.engine.verify()).toEqual([])
})

test('a file that nobody keeps and nobody waits for is named by verify, and fetched', async () => {
  const simulator = await aSimulator()
  const proxy = await aSpoilingProxy(simulator.baseUrl)
  const till = await aTill({ simulator, apiUrl: proxy.url })
  proxy.spoils(({ path }) => (path.includes('/file/') ? { status: 500 } : null))
  const { externalRef } = till.sells(coffee())
  await till.worksFor(1_000)
  proxy.spoils(() => null)
  till.engine.stores.files.forget(externalRef, 'json')
  expect(till.engine.verify()).toEqual([{ code: 'file_forgotten', externalRef, detail: 'json' }])
  till.engine.documentChanged(null)
  await till.sendsEverything()
  expect(till.engine.stores.files.list(externalRef).map(({ kind }) => kind)).toEqual(['ticket', 'json'])
  expect(till.engine.verify()).toEqual([])
})

test.each(['note_invoice', 'note_json'] as const)(
  'a sale without a note of the service has no %s to fetch',
  async (kind) => {
    const till = await aTill()
    const { externalRef } = till.sells(coffee())
    await till.sendsEverything()
    const asked = till.simulator.requests().length
    expect(await call(till.engine.router.documents.file, { externalRef, kind })).toMatchObject({
      ok: false,
      error: { code: 'file_not_available', field: 'kind' },
    })
    expect(till.simulator.requests().length).toBe(asked)
    expect(till.engine.stores.files.list(externalRef).map((file) => file.kind)).toEqual(['ticket', 'json'])
  },
)

test('a note that the service made and does not name is neither asked for nor missed', async () => {
  const simulator = await aSimulator()
  const proxy = await aSpoilingProxy(simulator.baseUrl)
  const till = await aTill({ simulator, apiUrl: proxy.url })
  proxy.spoils(({ path }) =>
    path.includes('/invalidate/') ? { fields: { created_credit_memo: true, credit_memo_id: null } } : null,
  )
  const { externalRef } = till.sells(coffee())
  await till.sendsEverything()
  expect(till.engine.cancelDocument(externalRef, 'devolución')).toMatchObject({ ok: true })
  till.engine.documentChanged(externalRef)
  await till.sendsEverything()
  expect(till.engine.stores.documents.find(externalRef)?.automaticNote).toEqual({ documentId: '', controlNumber: '' })
  const wished = await call(till.engine.router.documents.fetchMonth, { month: '2026-11' })
  await till.sendsEverything()
  expect(till.engine.verify()).toEqual([])
  expect(
    proxy
      .asked()
      .filter(({ path }) => path.includes('/file/'))
      .every(({ path }) => path.includes(externalRef)),
  ).toBe(true)
  expect(wished).toEqual({ ok: true, value: { wished: 1 } })
})

test('a letter that somebody waits for is one more call of the budget', async () => {
  const till = await aTill()
  const { externalRef } = till.sells(coffee())
  await till.sendsEverything()
  till.simulator.setControls({ throttleNext: { count: 1, retryAfterSeconds: 60 } })
  await call(till.engine.router.documents.file, { externalRef, kind: 'invoice' })
  expect(till.engine.line.state()).toBe('throttled')
})
