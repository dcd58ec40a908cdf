import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink as HttpLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { RPCHandler as PortHandler } from '@orpc/server/message-port'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { contract } from '#contract/contract.ts'
import type { TillEvent } from '#contract/till.ts'
import type { Engine } from '#engine/create-engine.ts'
import { startServer } from '#server/start-server.ts'
import { coffee } from '#support/a-cart.ts'
import { aFolder } from '#support/a-folder.ts'
import { aTill } from '#support/a-till.ts'

type Client = ContractRouterClient<typeof contract>

const overHttp = async (engine: Engine): Promise<Client> => {
  const server = await startServer({ engine, folder: aFolder() })
  onTestFinished(() => server.close())
  const entered = await fetch(server.freshUrl(), { redirect: 'manual' })
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  const origin = `http://127.0.0.1:${server.port}`
  return createORPCClient(new HttpLink({ url: `${origin}/rpc`, headers: { cookie, origin } }))
}

const overPort = async (engine: Engine): Promise<Client> => {
  const { port1, port2 } = new MessageChannel()
  onTestFinished(() => port1.close())
  new PortHandler(engine.router).upgrade(port1)
  port1.start()
  port2.start()
  return createORPCClient(new PortLink({ port: port2 }))
}

const attemptId = '5f0c2a52-4c4b-4c61-9b1a-0f6f2f2b6a10'

describe.each([
  ['HTTP', overHttp],
  ['a message port', overPort],
] as const)('the contract over %s', (_, connect) => {
  test('a sale is completed and read back', async () => {
    const till = await aTill()
    const client = await connect(till.engine)
    const { lines, customer } = coffee()
    const sold = await client.sale.complete({
      lines: [...lines],
      customer,
      tenders: [{ method: '01', amount: 2000 }],
      attemptId,
    })
    expect(sold).toMatchObject({
      ok: true,
      value: { saleNumber: 1, change: 900, document: { state: 'pending', total: 1100 } },
    })
    const found = await client.documents.list({ filter: 'waiting' })
    expect(found).toMatchObject({ next: null, documents: [{ saleNumber: 1, customerName: null }] })
  })

  test('an expected failure is a value with its code and field', async () => {
    const client = await connect((await aTill()).engine)
    expect(await client.catalog.find({ code: '999' })).toEqual({
      ok: false,
      error: { code: 'product_unknown', field: 'code', params: { code: '999' } },
    })
    expect(await client.sale.complete({ lines: [], customer: null, tenders: [], attemptId })).toEqual({
      ok: false,
      error: { code: 'sale_empty', field: 'lines' },
    })
  })

  test('the tax authority’s catalogues are asked for here, found as they are typed, and told with their age', async () => {
    const till = await aTill()
    const client = await connect(till.engine)
    const none = { refreshedAt: null, isRefreshing: false, activities: 0, places: 0, trouble: null }
    expect(await client.taxCatalogs.state()).toEqual(none)
    const municipality = { code: '0318', name: 'Sonsonate Centro' }
    const department = { code: '03', name: 'Sonsonate' }
    const district = {
      kind: 'district' as const,
      id: '0f4c4a5e-2b1d-4c7e-9a55-1c2d3e4f5a6b',
      name: 'Nahulingo',
      municipality,
      department,
    }
    const activity = { code: '56106', description: 'Pupusería' }
    const departments = [{ ...department, municipalities: [municipality] }]
    till.engine.taxCatalogs.replace({ activities: [activity], departments, districts: [district] }, 1)
    expect([
      await client.taxCatalogs.activities({ text: 'pupuseria' }),
      await client.taxCatalogs.places({ text: 'sonsonaté' }),
      await client.taxCatalogs.state(),
      await client.taxCatalogs.refresh(),
    ]).toEqual([
      [activity],
      [{ kind: 'municipality', ...municipality, department }, district],
      { ...none, refreshedAt: 1, activities: 1, places: 2 },
      { ok: true, value: { ...none, refreshedAt: 1, activities: 1, places: 2, isRefreshing: true } },
    ])
  })

  test('without a key the catalogues are not refreshed, and the reason is a value', async () => {
    const client = await connect((await aTill({ key: null })).engine)
    expect(await client.taxCatalogs.refresh()).toEqual({ ok: false, error: { code: 'no_key' } })
  })

  test('what does not fit the contract is refused at the boundary', async () => {
    const client = await connect((await aTill()).engine)
    const bad = { lines: [], customer: null, tenders: [{ method: '06', amount: 1 }], attemptId } as never
    await expect(client.sale.complete(bad)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  test('the view comes at once, then every change, until the screen goes away', async () => {
    const till = await aTill()
    const client = await connect(till.engine)
    const leaving = new AbortController()
    const events = await client.till.watch(undefined, { signal: leaving.signal })
    const next = async () => (await events.next()).value as TillEvent | undefined
    expect(await next()).toMatchObject({ kind: 'view', view: { pending: { count: 0 } } })
    const sale = till.sells(coffee())
    expect(await next()).toMatchObject({
      kind: 'document',
      document: { externalRef: sale.externalRef, state: 'pending' },
    })
    leaving.abort()
    await expect(next()).rejects.toThrow()
  })
})
