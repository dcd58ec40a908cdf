import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { GARBLINGS, type Garbling } from '#simulator/controls.ts'
import { type Api, aSale, aSimulator } from './a-simulator.ts'

const REF = 'T1-2026-11-22-0001'
const post = ({ asks }: Api) => asks('/invoice', { method: 'POST', body: JSON.stringify(aSale()) })

/** How a connection ends that says these bytes and listens: the code of its error, or 'closed'. */
const endOf = (port: number, said: string): Promise<string> =>
  new Promise((ended) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(said))
    socket.on('error', (cause: NodeJS.ErrnoException) => ended(cause.code ?? 'error'))
    socket.on('close', () => ended('closed'))
  })

const WHOLE = 'POST /api/connect/invoice HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}'

test.each([
  ['before_reading', undefined],
  ['after_reading', REF],
] as const)('a connection is reset %s, and nothing is registered', async (when, known) => {
  const api = await aSimulator()
  api.simulator.setControls({ resetNext: { count: 2, when } })
  await expect(post(api)).rejects.toThrow('fetch failed')
  expect(await endOf(api.simulator.port, WHOLE)).toBe('ECONNRESET')
  expect(api.simulator.requests()[0]).toMatchObject({ status: 'no_answer', ...(known && { externalRef: known }) })
  expect(api.simulator.requests()[0]?.externalRef).toBe(known)
  expect(api.simulator.ledger()).toEqual([])
  expect((await post(api)).status).toBe(200)
})

test.each([500, 502, 503, 504] as const)('%d may come after the document was registered', async (status) => {
  const api = await aSimulator()
  api.simulator.setControls({ failNext: { count: 1, status, registers: true } })
  expect((await post(api)).status).toBe(status)
  expect(api.simulator.ledger()).toMatchObject([{ externalRef: REF, state: 'stamped' }])
  expect((await api.issues(aSale())).body).toMatchObject({ is_duplicate: true })
})

test('Retry-After may be a date by the simulator’s clock', async () => {
  const { simulator, issues } = await aSimulator()
  simulator.setControls({ throttleNext: { count: 1, retryAfterSeconds: 90, retryAfterAs: 'date' } })
  const { status, headers } = await issues(aSale())
  expect([status, headers.get('Retry-After')]).toEqual([429, 'Sun, 22 Nov 2026 20:17:00 GMT'])
})

test('the X-RateLimit headers may be missing', async () => {
  const { simulator, gets } = await aSimulator()
  simulator.setControls({ hideRateLimits: true })
  expect([...(await gets('/status/x')).headers.keys()].filter((name) => name.startsWith('x-rate'))).toEqual([])
  simulator.setControls({ hideRateLimits: false })
  expect((await gets('/status/x')).headers.get('X-RateLimit-Remaining-Minute')).toMatch(/^\d+$/)
})

test('an answer drips, and is whole in the end', async () => {
  const api = await aSimulator()
  api.simulator.setControls({ dripNext: { count: 1, bytesPerSecond: 2_000 } })
  const startedAt = performance.now()
  const answer = await post(api)
  const text = await answer.text()
  expect(performance.now() - startedAt).toBeGreaterThan((text.length / 2_000) * 1000 * 0.8)
  expect(JSON.parse(text)).toMatchObject({ external_ref: REF, dte_success: true })
})

test('a reader that goes away ends the drip', async () => {
  const api = await aSimulator()
  api.simulator.setControls({ dripNext: { count: 1, bytesPerSecond: 1 } })
  const patience = new AbortController()
  const answer = await api.asks('/status/x', { signal: patience.signal })
  patience.abort()
  await expect(answer.text()).rejects.toThrow('aborted')
  expect((await post(api)).status).toBe(200)
})

const SPOILT: { readonly [K in Garbling]: unknown } = {
  not_json: null,
  other_types: expect.objectContaining({ success: 'true', amount_gross: '11', external_ref: { text: REF } }),
  missing_fields: expect.not.objectContaining({ dte_success: expect.anything() }),
  null_flags: expect.objectContaining({ success: null, dte_success: null, external_ref: REF }),
  odd_flags: expect.objectContaining({ success: true, dte_success: true, contingency: true, rejected: true }),
  not_an_object: [expect.objectContaining({ external_ref: REF })],
  unknown_fields: expect.objectContaining({ dte_success: true, nueva_version: { campos: [1, null, 'dos'] } }),
}

test.each(GARBLINGS)('an answer is spoilt once: %s; the document is registered', async (as) => {
  const api = await aSimulator()
  api.simulator.setControls({ garbleNext: { count: 1, as } })
  expect((await api.gets('/catalogs/activities')).status).toBe(200)
  const text = await (await post(api)).text()
  if (as === 'not_json') expect(() => JSON.parse(text)).toThrow(SyntaxError)
  else expect(JSON.parse(text)).toEqual(SPOILT[as])
  expect((await api.gets(`/status/${REF}`)).body).toMatchObject({ external_ref: REF, dte_success: true })
  expect(api.simulator.ledger()).toHaveLength(1)
})

test('a replica that lags does not know of what is registered, for so many questions', async () => {
  const { simulator, issues, gets } = await aSimulator()
  await issues(aSale())
  simulator.setControls({ denyNextStatus: 1 })
  expect(await gets(`/status/${REF}`)).toMatchObject({ status: 404, body: { detail: 'Documento no encontrado' } })
  expect((await gets(`/status/${REF}`)).status).toBe(200)
})

test('what went wrong is counted, and only what did', async () => {
  const api = await aSimulator()
  const { simulator } = api
  simulator.setControls({ mh: 'down', loseNextAnswers: 5, denyNextStatus: 1, keyRevoked: true })
  expect((await api.gets('/status/x')).status).toBe(401)
  simulator.setControls({ keyRevoked: false })
  expect((await api.gets('/status/x')).status).toBe(404)
  await expect(post(api)).rejects.toThrow('fetch failed')
  expect(Object.entries(simulator.injected()).filter(([, times]) => times > 0)).toEqual([
    ['mh', 1],
    ['loseNextAnswers', 1],
    ['keyRevoked', 1],
  ])
})

test.each([
  [{ resetNext: { when: 'later' } }, 'resetNext.when: one of before_reading, after_reading expected'],
  [{ failNext: { registers: 1 } }, 'failNext.registers: true or false expected'],
  [{ throttleNext: { retryAfterAs: 'year' } }, 'throttleNext.retryAfterAs: one of seconds, date expected'],
  [{ dripNext: { bytesPerSecond: 0 } }, 'dripNext.bytesPerSecond: an integer from 1 to 1000000 expected'],
  [{ garbleNext: { as: 'soup' } }, `garbleNext.as: one of ${GARBLINGS.join(', ')} expected`],
  [{ denyNextStatus: -1 }, 'denyNextStatus: an integer from 0 to 1000000 expected'],
  [{ hideRateLimits: 'yes' }, 'hideRateLimits: true or false expected'],
])('a bad control is named: %j', async (patch, message) => {
  const { simulator } = await aSimulator()
  expect(() => simulator.setControls(patch as never)).toThrow(message)
})
