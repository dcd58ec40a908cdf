import type { ServerResponse } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import type { Asked } from '#application/ports/fiscal-api.ts'
import { startSimulator } from '#simulator/start-simulator.ts'
import { aWireAnswer } from '../../unit/adapters/ocote/an-answer.ts'
import { issuedFacts } from '../../unit/domain/a-document.ts'
import { aClient, aServer, aSocketServer, KEY } from './a-server.ts'

const asked: Asked = { externalRef: 'REF-1', docType: '01', total: 1100, withheld: 0 }
const json = (response: ServerResponse, body: unknown, status = 200, headers: Record<string, string> = {}) =>
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))

test('a post carries the key in its header alone, and the frozen bytes as they are', async () => {
  const { baseUrl, heard } = await aServer((response) => json(response, aWireAnswer()))
  const body = '{"external_ref":"REF-1",  "lines":[{"description":"Café ñ 🧀"}]}'
  expect(await aClient(baseUrl).post(body, asked)).toEqual({
    outcome: { kind: 'stamped', facts: issuedFacts(), remarks: { code: '001', texts: [] } },
    httpStatus: 200,
    raw: JSON.stringify(aWireAnswer()),
    budget: null,
  })
  expect(heard).toEqual([
    {
      method: 'POST',
      url: '/api/connect/invoice',
      headers: expect.objectContaining({
        authorization: `Bearer ${KEY}`,
        'content-type': 'application/json; charset=utf-8',
        'content-length': String(Buffer.byteLength(body)),
      }),
      body,
    },
  ])
})

test('a ref is percent-encoded, and no address ever holds the key', async () => {
  const { baseUrl, heard } = await aServer((response) => json(response, { detail: 'no existe' }, 404))
  const api = aClient(baseUrl)
  const ref = 'T/01 ñ?&#%'
  await api.status({ ...asked, externalRef: ref })
  await api.file({ idOrRef: ref, kind: 'ticket' })
  await api.file({ idOrRef: ref, kind: 'json' })
  await api.checkKey()
  expect(heard.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'GET /api/connect/status/T%2F01%20%C3%B1%3F%26%23%25',
    'GET /api/connect/file/T%2F01%20%C3%B1%3F%26%23%25?type=ticket',
    'GET /api/connect/file/T%2F01%20%C3%B1%3F%26%23%25?type=json',
    'GET /api/connect/catalogs/departments?search=san',
  ])
  expect(heard.map(({ headers }) => headers.authorization)).toEqual(heard.map(() => `Bearer ${KEY}`))
  expect(heard.some(({ url }) => url.includes('odt_'))).toBe(false)
})

test('a redirect is not followed: the key goes to nobody else', async () => {
  const elsewhere = await aServer((response) => json(response, aWireAnswer()))
  const { baseUrl } = await aServer((response) => response.writeHead(302, { location: elsewhere.baseUrl }).end())
  expect((await aClient(baseUrl).post('{}', asked)).outcome).toEqual({ kind: 'unknown', detail: 'http_302' })
  expect(elsewhere.heard).toEqual([])
})

test('a refused port: surely never arrived', async () => {
  expect(await aClient('http://127.0.0.1:1').post('{}', asked)).toEqual({
    outcome: { kind: 'unreachable', detail: 'ECONNREFUSED' },
    httpStatus: null,
    raw: null,
    budget: null,
  })
})

test('a name that nobody has: surely never arrived', async () => {
  const { outcome } = await aClient('http://till.invalid').post('{}', asked)
  expect(outcome).toEqual({ kind: 'unreachable', detail: expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/) })
})

test('a host that does not speak TLS: surely never arrived', async () => {
  const port = await aSocketServer((socket) => {
    socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
  })
  expect((await aClient(`https://127.0.0.1:${port}`).post('{}', asked)).outcome.kind).toBe('unreachable')
})

test('a connection that is reset before the request is read: unknown, it may have been read', async () => {
  const port = await aSocketServer((socket) => socket.resetAndDestroy())
  expect((await aClient(`http://127.0.0.1:${port}`).post('{}', asked)).outcome.kind).toBe('unknown')
})

test('a connection that is reset after the request: unknown', async () => {
  const port = await aSocketServer((socket) => {
    socket.once('data', () => socket.resetAndDestroy())
  })
  expect(await aClient(`http://127.0.0.1:${port}`).post('{}', asked)).toEqual({
    outcome: { kind: 'unknown', detail: 'ECONNRESET' },
    httpStatus: null,
    raw: null,
    budget: null,
  })
})

test('a connection that is closed without an answer: unknown', async () => {
  const port = await aSocketServer((socket) => {
    socket.once('data', () => socket.end())
  })
  expect((await aClient(`http://127.0.0.1:${port}`).post('{}', asked)).outcome).toEqual({
    kind: 'unknown',
    detail: 'UND_ERR_SOCKET',
  })
})

test('half an answer, then the end: unknown', async () => {
  const whole = JSON.stringify(aWireAnswer())
  const port = await aSocketServer((socket) => {
    socket.once('data', () =>
      socket.end(
        `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${whole.length}\r\n\r\n${whole.slice(0, 200)}`,
      ),
    )
  })
  expect((await aClient(`http://127.0.0.1:${port}`).post('{}', asked)).outcome.kind).toBe('unknown')
})

test('an answer that drips beyond its time: unknown, however steadily it drips', async () => {
  const port = await aSocketServer((socket) => {
    socket.once('data', () => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n{')
      const drip = setInterval(() => socket.write(' '), 10)
      socket.once('close', () => clearInterval(drip))
    })
  })
  const { outcome } = await aClient(`http://127.0.0.1:${port}`, { timeouts: { answer: 150 } }).post('{}', asked)
  expect(outcome).toEqual({ kind: 'unknown', detail: expect.any(String) })
})

test('a server that never answers: unknown when the time is up', async () => {
  const { baseUrl } = await aServer(() => undefined)
  expect((await aClient(baseUrl, { timeouts: { answer: 100 } }).post('{}', asked)).outcome.kind).toBe('unknown')
})

test('an answer without an end is not read to the end', async () => {
  const { baseUrl } = await aServer((response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    const flood = (): void => {
      while (!response.destroyed && response.write('x'.repeat(64 * 1024)));
    }
    response.on('drain', flood)
    flood()
  })
  expect((await aClient(baseUrl).post('{}', asked)).outcome.kind).toBe('unknown')
})

test('of a long answer 64 kB are kept', async () => {
  const { baseUrl } = await aServer((response) => json(response, aWireAnswer({ note: 'x'.repeat(100_000) })))
  const { outcome, raw } = await aClient(baseUrl).post('{}', asked)
  expect([outcome.kind, raw?.length]).toEqual(['stamped', 64 * 1024])
})

test.each<[string, Record<string, string>, number]>([
  ['seconds', { 'retry-after': '17' }, 17_000],
  ['a date', { 'retry-after': 'Sun, 22 Nov 2026 16:45:30 GMT' }, 30_000],
  ['nothing', {}, 60_000],
  ['nothing but the reset', { 'x-ratelimit-reset': '9' }, 9000],
])('429 with %s', async (_, headers, retryAfterMs) => {
  const { baseUrl } = await aServer((response) => json(response, { detail: 'Limite' }, 429, headers))
  const api = aClient(baseUrl)
  expect([(await api.post('{}', asked)).outcome, (await api.file({ idOrRef: 'REF-1', kind: 'json' })).result]).toEqual([
    { kind: 'throttled', retryAfterMs },
    { kind: 'throttled', retryAfterMs },
  ])
})

const UNSAID = {
  environment: null,
  generationCode: null,
  controlNumber: null,
  fiscalDate: null,
  total: null,
  withheld: null,
}

test.each<[string, number, string, string, object]>([
  ['a ticket', 200, '%PDF-1.7', 'ticket', { kind: 'file', bytes: Buffer.from('%PDF-1.7'), signed: null }],
  [
    'a signed document, with the day it counts for',
    200,
    '{"identificacion":{"fecEmi":"2026-11-23"}}',
    'json',
    {
      kind: 'file',
      bytes: Buffer.from('{"identificacion":{"fecEmi":"2026-11-23"}}'),
      signed: { ...UNSAID, fiscalDate: '2026-11-23' },
    },
  ],
  ['one without a day', 200, '{"a":1}', 'json', { kind: 'file', bytes: Buffer.from('{"a":1}'), signed: null }],
  [
    'one with a day that is none',
    200,
    '{"identificacion":{"fecEmi":"2026-13-01"}}',
    'json',
    { kind: 'file', bytes: Buffer.from('{"identificacion":{"fecEmi":"2026-13-01"}}'), signed: UNSAID },
  ],
  ['a page instead of a ticket', 200, '<html>', 'ticket', { kind: 'unknown', detail: 'page_instead_of_answer' }],
  ['a page instead of a document', 200, '<html>', 'json', { kind: 'unknown', detail: 'page_instead_of_answer' }],
  ['half a document', 200, '{"a":', 'json', { kind: 'not_available', detail: 'no_such_file' }],
  ['none', 404, '{"detail":"no existe"}', 'ticket', { kind: 'not_available', detail: 'no existe' }],
  ['none yet', 409, '{"detail":"aún no"}', 'json', { kind: 'not_available', detail: 'aún no' }],
  ['a wrong key', 401, '{"detail":"key"}', 'json', { kind: 'locked_out', reason: 'key', detail: 'key' }],
  ['trouble', 503, '', 'json', { kind: 'unknown', detail: 'http_503' }],
])('a file: %s', async (_, status, body, kind, result) => {
  const { baseUrl } = await aServer((response) => response.writeHead(status).end(body))
  expect(await aClient(baseUrl).file({ idOrRef: 'REF-1', kind: kind as 'ticket' | 'json' })).toEqual({
    result,
    httpStatus: status,
    budget: null,
  })
})

test.each([
  [200, '[]', { kind: 'accepted' }],
  [429, '{}', { kind: 'throttled', retryAfterMs: 60_000 }],
  [401, '{}', { kind: 'refused' }],
  [403, '{}', { kind: 'refused' }],
  [500, '{}', { kind: 'unreachable', detail: 'http_500' }],
  [200, '<html>Wi-Fi</html>', { kind: 'unreachable', detail: 'page_instead_of_answer' }],
])('a key that is answered with %d %s', async (status, body, check) => {
  const { baseUrl } = await aServer((response) => response.writeHead(status).end(body))
  expect(await aClient(baseUrl).checkKey()).toEqual({ ...check, httpStatus: status, budget: null })
})

test.each([
  [404, 'application/json', '{"detail":"No encontrado"}', true],
  [404, 'text/html', '<html>404</html>', true],
  [503, 'text/html', '<html>503</html>', true],
  [200, 'application/json', '{}', true],
  [200, 'text/html', '<html>Wi-Fi</html>', false],
  [200, 'text/plain', ' <!doctype html>', false],
  [302, 'text/plain', '', false],
  [511, 'text/html', '<html>Wi-Fi</html>', false],
])('a knock that is answered with %d %s %s', async (status, type, body, isReached) => {
  const { baseUrl, heard } = await aServer((response) => response.writeHead(status, { 'content-type': type }).end(body))
  expect(await aClient(baseUrl).knock()).toBe(isReached)
  expect(heard.map(({ url, headers }) => [url, headers.authorization])).toEqual([
    [new URL(baseUrl).pathname, undefined],
  ])
})

test('a knock where nobody is, or where one answers nothing, brings nothing', async () => {
  const { baseUrl } = await aServer((response) => response.destroy())
  expect([await aClient(baseUrl).knock(), await aClient('http://127.0.0.1:1').knock()]).toEqual([false, false])
})

test('without a key nothing is asked; with nobody there, that is said', async () => {
  const { baseUrl, heard } = await aServer((response) => json(response, []))
  expect([await aClient(baseUrl, { key: null }).checkKey(), await aClient('http://127.0.0.1:1').checkKey()]).toEqual([
    { kind: 'no_key', httpStatus: null, budget: null },
    { kind: 'unreachable', detail: 'ECONNREFUSED', httpStatus: null, budget: null },
  ])
  expect(heard).toEqual([])
})

test('against the simulator: issued, asked about, fetched, and never issued twice', async () => {
  const simulator = await startSimulator({ rateLimits: 'none' })
  onTestFinished(() => simulator.close())
  const api = aClient(simulator.baseUrl)
  const body = JSON.stringify({ external_ref: 'REF-1', lines: [{ description: 'Café', quantity: 2, unit_price: 5.5 }] })

  expect((await api.status(asked)).outcome).toEqual({ kind: 'not_found' })
  simulator.setControls({ loseNextAnswers: 1 })
  expect((await api.post(body, asked)).outcome.kind).toBe('unknown')
  const found = (await api.status(asked)).outcome
  const again = (await api.post(body, asked)).outcome
  expect([found.kind, again.kind, 'facts' in again && again.facts?.isDuplicate]).toEqual(['stamped', 'stamped', true])
  expect((await api.post(body, { ...asked, total: 1099 })).outcome.kind).toBe('mismatched')
  expect([
    (await api.file({ idOrRef: 'REF-1', kind: 'ticket' })).result.kind,
    (await api.file({ idOrRef: 'REF-1', kind: 'json' })).result.kind,
  ]).toEqual(['file', 'file'])
  expect(simulator.ledger()).toMatchObject([{ externalRef: 'REF-1', state: 'stamped', posts: 3, total: '11.00' }])
})

test('what an answer says of the rate budget is read, and nothing is made of half of it', async () => {
  const budgetOf = async (headers: Record<string, string>) => {
    const { baseUrl } = await aServer((response) => {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
      json(response, aWireAnswer())
    })
    return (await aClient(baseUrl).post('{}', asked)).budget
  }
  const minute = { 'X-RateLimit-Remaining-Minute': '14', 'X-RateLimit-Reset': '31' }
  const read = { limitMinute: 120, remainingMinute: 14, limitHour: null, remainingHour: null, resetMs: 31_000 }
  expect(await budgetOf(minute)).toEqual(read)
  expect(await budgetOf({ ...minute, 'X-RateLimit-Reset': '9999' })).toEqual({ ...read, resetMs: 60_000 })
  expect(await budgetOf({ ...minute, 'X-RateLimit-Limit-Minute': '30' })).toEqual({ ...read, limitMinute: 30 })
  expect(await budgetOf({ ...minute, 'X-RateLimit-Limit-Minute': '0' })).toEqual(read)
  expect(await budgetOf({ ...minute, 'X-RateLimit-Limit-Minute': '9' })).toEqual({ ...read, limitMinute: 14 })
  expect(await budgetOf({ ...minute, 'X-RateLimit-Limit-Hour': '5000', 'X-RateLimit-Remaining-Hour': '-1' })).toEqual({
    ...read,
    limitHour: 5000,
  })
  expect(await budgetOf({ 'X-RateLimit-Remaining-Minute': '14' })).toBeNull()
  expect(await budgetOf({ 'X-RateLimit-Remaining-Minute': 'many', 'X-RateLimit-Reset': '31' })).toBeNull()
})

test('a key in an address that the API sends is not kept', async () => {
  const { baseUrl } = await aServer((response) =>
    json(response, { ...aWireAnswer(), ticket_url: 'https://x.test/f?type=ticket&key=odt_secret' }),
  )
  expect((await aClient(baseUrl).post('{}', asked)).raw).not.toContain('odt_secret')
})
