import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TRANSITIONS } from '#domain/document/document-state.ts'
import { aClient, aSocketServer } from '../integration/ocote/a-server.ts'

const OUTCOMES = Object.keys(TRANSITIONS.pending)
const FILE_RESULTS = ['file', 'not_available', 'locked_out', 'throttled', 'unreachable', 'unknown']
const KEY_CHECKS = ['accepted', 'refused', 'unreachable', 'throttled']

const asked = { externalRef: 'REF-1', docType: '01', total: 1100, withheld: 0 } as const

const bytes = fc.uint8Array({ maxLength: 400 }).map((content) => Buffer.from(content))
const headerName = fc.constantFrom(
  'Content-Type',
  'Content-Length',
  'Transfer-Encoding',
  'Content-Encoding',
  'Location',
  'Retry-After',
  'X-RateLimit-Remaining-Minute',
  'X-RateLimit-Reset',
  'X-RateLimit-Limit-Hour',
  'Connection',
)
const headerValue = fc.oneof(
  fc.constantFrom(
    'application/json',
    'text/html',
    'application/pdf',
    'chunked',
    'gzip',
    'close',
    '-1',
    '9'.repeat(400),
  ),
  fc.nat(2_000).map(String),
  fc.string({ maxLength: 40 }).map((text) => text.replaceAll(/[^\x20-\x7e]/g, '')),
)
const content = fc.oneof(
  bytes,
  fc.json().map((text) => Buffer.from(text)),
  fc.constantFrom('%PDF-1.7 …', '{"success":true', '<html>', '{}', '[]', 'null').map((text) => Buffer.from(text)),
)

/** HTTP of a sort, with any status, any headers and any bytes; or no HTTP at all. */
const saidByAServer = fc.oneof(
  { weight: 1, arbitrary: bytes },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.integer({ min: 100, max: 999 }), fc.array(fc.tuple(headerName, headerValue), { maxLength: 5 }), content)
      .map(([status, headers, body]) =>
        Buffer.concat([
          Buffer.from(
            `HTTP/1.1 ${status} X\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
          ),
          body,
        ]),
      ),
  },
)

test('whatever a server says, and however it ends, no call throws and nothing is taken for issued', async () => {
  let said: Buffer = Buffer.alloc(0)
  let ends: 'end' | 'reset' = 'end'
  const port = await aSocketServer((socket) =>
    socket.once('data', () => {
      socket.write(said, () => (ends === 'end' ? socket.end() : socket.resetAndDestroy()))
    }),
  )
  const api = aClient(`http://127.0.0.1:${port}/api/connect`, {
    timeouts: { connect: 2_000, answer: 2_000, file: 2_000 },
  })
  await fc.assert(
    fc.asyncProperty(saidByAServer, fc.constantFrom('end', 'reset'), async (bytesSaid, how) => {
      said = bytesSaid
      ends = how
      for (const { outcome } of [await api.post('{}', asked), await api.status(asked), await api.cancel(asked)]) {
        expect(OUTCOMES).toContain(outcome.kind)
        expect(['stamped', 'contingency', 'cancelled']).not.toContain(outcome.kind)
      }
      for (const kind of ['ticket', 'json'] as const) {
        const { result } = await api.file({ idOrRef: 'REF-1', kind })
        expect(FILE_RESULTS).toContain(result.kind)
        if (result.kind === 'file') expect(result.bytes.byteLength).toBeGreaterThan(0)
      }
      expect(KEY_CHECKS).toContain((await api.checkKey()).kind)
      expect(typeof (await api.knock())).toBe('boolean')
    }),
    { numRuns: 250 },
  )
}, 120_000)
