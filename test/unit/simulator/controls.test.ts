import { expect, test } from 'vitest'
import { defaultControls } from '#simulator/controls.ts'
import { aSale, aSimulator } from './a-simulator.ts'

const REF = 'T1-2026-11-22-0001'

test('the shop is offline: nothing is answered and nothing is registered', async () => {
  const { simulator, issues } = await aSimulator()
  simulator.setControls({ shopOffline: true })
  await expect(issues(aSale())).rejects.toThrow('fetch failed')
  expect(simulator.ledger()).toEqual([])
  expect(simulator.requests()).toEqual([
    { at: '2026-11-22T20:15:30.000Z', method: 'POST', path: '/api/connect/invoice', status: 'no_answer' },
  ])
  simulator.setControls({ shopOffline: false })
  expect((await issues(aSale())).body).toMatchObject({ dte_success: true, is_duplicate: false })
})

test('a lost answer is registered all the same; only issuing POSTs count, and refused ones do not', async () => {
  const { simulator, issues, gets } = await aSimulator()
  simulator.setControls({ loseNextAnswers: 1 })
  expect((await gets('/status/nobody')).status).toBe(404)
  expect((await issues(aSale({ lines: [] }))).status).toBe(400)
  await expect(issues(aSale())).rejects.toThrow('fetch failed')
  expect(simulator.ledger()).toMatchObject([{ externalRef: REF, state: 'stamped', posts: 1 }])
  expect((await issues(aSale())).body).toMatchObject({ is_duplicate: true })
  expect(simulator.requests().map(({ externalRef, status }) => [externalRef, status])).toEqual([
    ['nobody', 404],
    [REF, 400],
    [REF, 'no_answer'],
    [REF, 200],
  ])
})

test.each([500, 502, 503, 504] as const)('%d comes as often as it was set, and registers nothing', async (status) => {
  const { simulator, asks, issues } = await aSimulator()
  simulator.setControls({ failNext: { count: 1, status } })
  const failed = await asks('/invoice', { method: 'POST', body: JSON.stringify(aSale()) })
  expect([failed.status, failed.headers.has('X-RateLimit-Limit-Minute')]).toEqual([status, true])
  expect(simulator.ledger()).toEqual([])
  expect((await issues(aSale())).status).toBe(200)
})

test('429 with and without Retry-After', async () => {
  const { simulator, issues } = await aSimulator()
  simulator.setControls({ throttleNext: { count: 1, retryAfterSeconds: 7 } })
  const throttled = await issues(aSale())
  expect([throttled.status, throttled.headers.get('Retry-After')]).toEqual([429, '7'])
  simulator.setControls({ throttleNext: { count: 1, retryAfterSeconds: null } })
  const mute = await issues(aSale())
  expect([mute.status, mute.headers.get('Retry-After')]).toEqual([429, null])
  expect(simulator.ledger()).toEqual([])
})

test('a captive portal answers 200 with a page, and registers nothing', async () => {
  const { simulator, asks } = await aSimulator()
  simulator.setControls({ captivePortal: true })
  const page = await asks('/invoice', { method: 'POST', body: JSON.stringify(aSale()) })
  expect([page.status, page.headers.get('Content-Type')]).toEqual([200, 'text/html; charset=utf-8'])
  expect(await page.text()).toContain('<form action="/login">')
  expect(page.headers.has('X-RateLimit-Limit-Minute')).toBe(false)
  expect(simulator.ledger()).toEqual([])
})

test('a truncated answer promises its whole length and breaks off half-way; the document is registered', async () => {
  const { simulator, asks, gets } = await aSimulator()
  simulator.setControls({ truncateNext: 1 })
  const broken = await asks('/invoice', { method: 'POST', body: JSON.stringify(aSale()) })
  expect(broken.status).toBe(200)
  await expect(broken.text()).rejects.toThrow('terminated')
  const whole = await gets(`/status/${REF}`)
  expect(Number(broken.headers.get('Content-Length'))).toBe(JSON.stringify(whole.body).length)
})

test('the next documents are rejected as asked, then MH judges for itself again', async () => {
  const { simulator, issues } = await aSimulator()
  simulator.setControls({ rejectNext: { count: 1, code: '098', observations: ['El total no coincide'] } })
  expect((await issues(aSale())).body).toMatchObject({
    rejected: true,
    codigo_msg: '098',
    dte_message: 'EL TOTAL NO COINCIDE CON EL DETALLE',
    observaciones: ['El total no coincide'],
  })
  expect((await issues(aSale())).body).toMatchObject({ dte_success: true, rejected: false })
  expect(simulator.controls().rejectNext.count).toBe(0)
})

test('a revoked key is a 401 until it works again', async () => {
  const { simulator, issues } = await aSimulator()
  simulator.setControls({ keyRevoked: true })
  expect(await issues(aSale())).toMatchObject({ status: 401, body: { detail: 'La API key está inactiva' } })
  simulator.setControls({ keyRevoked: false })
  expect((await issues(aSale())).status).toBe(200)
})

test('when MH comes back, contingencies are stamped, but the first so many are rejected', async () => {
  const { simulator, issues, gets } = await aSimulator()
  simulator.setControls({ mh: 'down', rejectOnRevalidation: 1 })
  await issues(aSale({ external_ref: 'first' }))
  await issues(aSale({ external_ref: 'second' }))
  simulator.setControls({ mh: 'up' })
  expect(simulator.ledger()).toMatchObject([
    { externalRef: 'first', state: 'rejected', receptionStamp: '', judgements: 1 },
    { externalRef: 'second', state: 'stamped', judgements: 1 },
  ])
  expect((await gets('/status/first')).body).toMatchObject({
    rejected: true,
    codigo_msg: '096',
    observaciones: ['Campo #/receptor/correo no cumple el formato requerido'],
  })
})

test('one answer lies about its amounts, one about its ref; the ledger does not', async () => {
  const { simulator, issues, gets } = await aSimulator()
  simulator.setControls({ alterAmountsNextCents: -25, answerRefNext: 'somebody-else' })
  expect((await issues(aSale())).body).toMatchObject({
    external_ref: 'somebody-else',
    amount_gross: 10.75,
    amount_taxable: 9.48,
    amount_vat: 1.27,
  })
  expect((await gets(`/status/${REF}`)).body).toMatchObject({
    external_ref: REF,
    amount_gross: 11,
    amount_taxable: 9.73,
  })
  expect((await issues(aSale())).body).toMatchObject({ external_ref: REF, amount_gross: 11 })
  expect(simulator.ledger()).toMatchObject([{ externalRef: REF, total: '11.00' }])
})

test('the clock can be moved', async () => {
  const { simulator, issues } = await aSimulator()
  simulator.setControls({ clockOffsetMs: -24 * 60 * 60 * 1000 })
  await issues(aSale())
  expect(simulator.ledger()).toMatchObject([{ registeredAt: '2026-11-21T20:15:30.000Z' }])
})

test('a slow answer has been acted upon before it comes; a till that gives up finds its document', async () => {
  const { simulator, asks, gets } = await aSimulator()
  simulator.setControls({ latencyMs: 600_000 })
  const patience = new AbortController()
  const waiting = asks('/invoice', { method: 'POST', body: JSON.stringify(aSale()), signal: patience.signal })
  await expect.poll(() => simulator.ledger().length).toBe(1)
  patience.abort()
  await expect(waiting).rejects.toThrow('aborted')
  simulator.setControls({ latencyMs: 0 })
  expect((await gets(`/status/${REF}`)).body).toMatchObject({ dte_success: true })
  expect(simulator.requests()[0]).toMatchObject({ status: 'no_answer', externalRef: REF })
})

test('closing drops what is still waiting', async () => {
  const { simulator, asks } = await aSimulator()
  simulator.setControls({ latencyMs: 600_000 })
  const waiting = asks('/status/x')
  const dropped = expect(waiting).rejects.toThrow('fetch failed')
  await expect.poll(() => simulator.requests().length).toBe(1)
  await simulator.close()
  await dropped
})

test('the controls over HTTP need no key and no luck', async () => {
  const { simulator, issues } = await aSimulator()
  await issues(aSale())
  simulator.setControls({
    shopOffline: true,
    captivePortal: true,
    keyRevoked: true,
    failNext: { count: 9, status: 500 },
  })
  const ask = async (path: string, init?: RequestInit) => {
    const response = await fetch(`${simulator.origin}/simulator${path}`, init)
    return [response.status, await response.json()]
  }
  expect(await ask('/ledger')).toEqual([200, simulator.ledger()])
  expect(await ask('/requests')).toEqual([200, simulator.requests()])
  expect(await ask('/controls', { method: 'PATCH', body: '{"latencyMs":5,"failNext":{"count":2}}' })).toEqual([
    200,
    { ...simulator.controls(), latencyMs: 5, failNext: { count: 2, status: 500, registers: false } },
  ])
  expect(await ask('/state')).toEqual([
    200,
    { controls: simulator.controls(), counts: { stamped: 1, contingency: 0, rejected: 0, cancelled: 0 } },
  ])
  expect(await ask('/reset', { method: 'POST' })).toEqual([200, defaultControls()])
  expect(simulator.requests()).toHaveLength(1)
})

test.each([
  ['{"mh":"asleep"}', 'mh: one of up, down expected'],
  ['{"latencyMs":-1}', 'latencyMs: an integer from 0 to 600000 expected'],
  ['{"failNext":{"status":404}}', 'failNext.status: one of 500, 502, 503, 504 expected'],
  ['{"rejectNext":{"observations":[1]}}', 'rejectNext.observations: a list of texts expected'],
  ['{"environment":"02"}', 'environment: one of 00, 01 expected'],
  ['{"loseNextCancellations":1.5}', 'loseNextCancellations: an integer from 0 to 1000000 expected'],
  ['{"shopOffline":true,"colour":"green"}', 'colour: there is no such control'],
  ['{"__proto__":{}}', '__proto__: there is no such control'],
  ['nonsense', 'controls: an object expected'],
])('a bad patch changes nothing: %s', async (body, detail) => {
  const { simulator } = await aSimulator()
  const response = await fetch(`${simulator.origin}/simulator/controls`, { method: 'PATCH', body })
  expect([response.status, await response.json()]).toEqual([400, { detail }])
  expect(simulator.controls()).toEqual(defaultControls())
})
