import { expect, test } from 'vitest'
import { type Answer, type Api, aCcf, aCreditMemo, aPurchase, aSale, aSimulator } from './a-simulator.ts'

type Story = {
  readonly issue: (api: Api) => Promise<Answer>
  readonly route: string
  readonly status: string
  readonly cancel: string
  readonly ref: string
}

const STORIES: readonly Story[] = [
  {
    issue: ({ issues }) => issues(aSale({ external_ref: 'sale' })),
    route: '/invoice',
    status: '/status/sale',
    cancel: '/invalidate/sale',
    ref: 'sale',
  },
  {
    issue: ({ buys }) => buys(aPurchase()),
    route: '/suex',
    status: '/suex/status/purchase',
    cancel: '/invalidate/suex/purchase',
    ref: 'purchase',
  },
  {
    issue: ({ credits }) => credits(aCreditMemo()),
    route: '/credit-memo',
    status: '/credit-memo/status/note',
    cancel: '/invalidate/note',
    ref: 'note',
  },
]

const aShop = async (): Promise<Api> => {
  const api = await aSimulator()
  await api.issues(aCcf())
  return api
}

test.each(STORIES)('$route: a lost answer, its ref in the log', async ({ issue, route, status, ref }) => {
  const api = await aShop()
  api.simulator.setControls({ loseNextAnswers: 1 })
  await expect(issue(api)).rejects.toThrow('fetch failed')
  expect((await api.gets(status)).body).toMatchObject({ dte_success: true, external_ref: ref })
  expect((await issue(api)).body).toMatchObject({ is_duplicate: true })
  expect(api.simulator.requests().slice(1)).toMatchObject([
    { path: `/api/connect${route}`, externalRef: ref, status: 'no_answer' },
    { path: `/api/connect${status}`, externalRef: ref, status: 200 },
    { path: `/api/connect${route}`, externalRef: ref, status: 200 },
  ])
})

test.each(STORIES)('$route: rejected, altered, answered for another', async ({ issue, status, ref }) => {
  const api = await aShop()
  api.simulator.setControls({ rejectNext: { count: 1, code: '098', observations: ['El total no coincide'] } })
  expect((await issue(api)).body).toMatchObject({ rejected: true, codigo_msg: '098' })
  api.simulator.setControls({ answerRefNext: 'somebody-else' })
  const right = await issue(api)
  expect(right.body).toMatchObject({ dte_success: true, external_ref: 'somebody-else' })
  api.simulator.setControls({ alterAmountsNextCents: 25 })
  const altered = await api.gets(status)
  expect(altered.body.amount_gross).toBe(Math.round(Number(right.body.amount_gross) * 100 + 25) / 100)
  api.simulator.setControls({ denyNextStatus: 1 })
  expect((await api.gets(status)).status).toBe(404)
  expect((await api.gets(status)).body).toMatchObject({ external_ref: ref, amount_gross: right.body.amount_gross })
})

test.each(STORIES)('$route: answers garbled, cut and dripping', async ({ issue, status }) => {
  const api = await aShop()
  api.simulator.setControls({ garbleNext: { count: 2, as: 'null_flags' } })
  expect((await issue(api)).body).toMatchObject({ success: null })
  expect((await api.gets(status)).body).toMatchObject({ success: null })
  api.simulator.setControls({ truncateNext: 2 })
  await expect(issue(api)).rejects.toThrow('terminated')
  await expect(api.gets(status)).rejects.toThrow('terminated')
  api.simulator.setControls({ dripNext: { count: 1, bytesPerSecond: 1_000_000 } })
  expect((await issue(api)).body).toMatchObject({ is_duplicate: true })
  expect(api.simulator.injected()).toMatchObject({ garbleNext: 2, truncateNext: 2, dripNext: 1 })
})

test.each(STORIES)('$route: contingency, judged when MH is back', async ({ issue, status, cancel }) => {
  const api = await aShop()
  api.simulator.setControls({ mh: 'down' })
  expect((await issue(api)).body).toMatchObject({ contingency: true, json_url: '' })
  expect((await api.posts(cancel)).status).toBe(409)
  api.simulator.setControls({ mh: 'up' })
  expect((await api.gets(status)).body).toMatchObject({ dte_success: true, contingency: false })
})

test.each(STORIES)('$cancel: a lost cancellation is done; refused ones do not count', async (story) => {
  const { issue, cancel, ref } = story
  const api = await aShop()
  api.simulator.setControls({ loseNextCancellations: 1 })
  expect((await api.posts(cancel)).status).toBe(404)
  await issue(api)
  await expect(api.posts(cancel)).rejects.toThrow('fetch failed')
  expect((await api.gets(cancel.replace(`/${ref}`, `/status/${ref}`))).body).toMatchObject({ cancelled: true })
  expect((await api.posts(cancel)).body).toMatchObject({ success: true, cancelled: true })
  expect(api.simulator.requests().filter(({ path }) => path.includes('invalidate'))).toMatchObject([
    { externalRef: ref, status: 404 },
    { externalRef: ref, status: 'no_answer' },
    { externalRef: ref, status: 200 },
    { externalRef: ref, status: 200 },
  ])
  expect(api.simulator.injected()).toMatchObject({ loseNextCancellations: 1, loseNextAnswers: 0 })
})

test('the environment is that of the moment of registration, in the JSON and in MH’s answer', async () => {
  const { simulator, issues, gets } = await aSimulator()
  const environmentsOf = async (ref: string) => {
    const { schema, response } = (await gets(`/status/${ref}?include_dte=1`)).body as {
      schema: { identificacion: { ambiente: string } }
      response: { ambiente: string }
    }
    return [schema.identificacion.ambiente, response.ambiente]
  }
  await issues(aSale({ external_ref: 'test' }))
  simulator.setControls({ environment: '01' })
  await issues(aSale({ external_ref: 'production' }))
  expect(await environmentsOf('test')).toEqual(['00', '00'])
  expect(await environmentsOf('production')).toEqual(['01', '01'])
})
