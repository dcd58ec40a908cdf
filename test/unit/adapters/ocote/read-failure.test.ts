import { expect, test } from 'vitest'
import { readFailure } from '#adapters/ocote/read-failure.ts'

const failure = (code: string, syscall?: string): Error =>
  Object.assign(new Error(code), { code, ...(syscall !== undefined && { syscall }) })

test.each<[string, unknown, string, string]>([
  ['no such name', failure('ENOTFOUND', 'getaddrinfo'), 'unreachable', 'ENOTFOUND'],
  ['no name server', failure('EAI_AGAIN', 'getaddrinfo'), 'unreachable', 'EAI_AGAIN'],
  ['a closed port', failure('ECONNREFUSED', 'connect'), 'unreachable', 'ECONNREFUSED'],
  ['no network', failure('ENETUNREACH', 'connect'), 'unreachable', 'ENETUNREACH'],
  ['no route', failure('EHOSTUNREACH', 'connect'), 'unreachable', 'EHOSTUNREACH'],
  ['no connection in time', failure('UND_ERR_CONNECT_TIMEOUT'), 'unreachable', 'UND_ERR_CONNECT_TIMEOUT'],
  ['a certificate out of date', failure('CERT_HAS_EXPIRED'), 'unreachable', 'CERT_HAS_EXPIRED'],
  ["a portal's own certificate", failure('DEPTH_ZERO_SELF_SIGNED_CERT'), 'unreachable', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  [
    "another host's certificate",
    failure('ERR_TLS_CERT_ALTNAME_INVALID'),
    'unreachable',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ],
  [
    'every address of a name refused',
    Object.assign(new AggregateError([failure('ECONNREFUSED', 'connect'), failure('ENETUNREACH', 'connect')]), {
      code: 'ECONNREFUSED',
    }),
    'unreachable',
    'ECONNREFUSED',
  ],
  [
    'a cause inside',
    new TypeError('fetch failed', { cause: failure('ECONNREFUSED', 'connect') }),
    'unreachable',
    'ECONNREFUSED',
  ],
  ['a reset', failure('ECONNRESET', 'read'), 'unknown', 'ECONNRESET'],
  ['a broken pipe', failure('EPIPE', 'write'), 'unknown', 'EPIPE'],
  ['a connection closed', failure('UND_ERR_SOCKET'), 'unknown', 'UND_ERR_SOCKET'],
  ['no answer in time', failure('UND_ERR_HEADERS_TIMEOUT'), 'unknown', 'UND_ERR_HEADERS_TIMEOUT'],
  ['time up', new DOMException('The operation was aborted', 'TimeoutError'), 'unknown', 'TimeoutError'],
  ['no route any more, after sending', failure('EHOSTUNREACH', 'read'), 'unknown', 'EHOSTUNREACH'],
  ['the network gone, after sending', failure('ENETDOWN', 'write'), 'unknown', 'ENETDOWN'],
  [
    'one address refused, another lost after sending',
    new AggregateError([failure('ECONNREFUSED', 'connect'), failure('ECONNRESET', 'read')]),
    'unknown',
    'ECONNREFUSED',
  ],
  ['no code', new Error('?'), 'unknown', 'Error'],
  ['no error', 'thrown text', 'unknown', 'no_answer'],
])('%s', (_, cause, kind, detail) => {
  expect(readFailure(cause)).toEqual({ kind, detail })
})
