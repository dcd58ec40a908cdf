import { expect, test } from 'vitest'
import { catalogPath, readCatalog } from '#adapters/ocote/catalogs.ts'

const NOW = 0
const UUID = '0f4c4a5e-2b1d-4c7e-9a55-1c2d3e4f5a6b'
const answers = (body: unknown, status = 200, headers = {}) => ({ status, headers, body: JSON.stringify(body) })

test('a search is percent-encoded', () => {
  expect(catalogPath('districts', 'San José & más')).toBe(
    '/catalogs/districts/search?search=San%20Jos%C3%A9%20%26%20m%C3%A1s',
  )
})

test('fields that are not known are ignored, rows that are not understood are counted and hide no other', () => {
  const rows = [
    { code: '47111', description: ' Supermercados ', since: 2024 },
    { code: 10005, description: 'Otros' },
    { code: '47112' },
    'Otros',
    null,
  ]
  expect(readCatalog('activities', answers(rows), NOW)).toEqual({
    kind: 'rows',
    rows: [
      { code: '47111', description: 'Supermercados' },
      { code: '10005', description: 'Otros' },
    ],
    received: 5,
  })
})

test('a municipality has its whole code, be it given whole or within its department', () => {
  const municipalities = [
    { code: '1124', short_code: '24', name: 'Usulután Norte' },
    { short_code: '25', name: 'Usulután Este' },
    { code: '26', name: 'Usulután Oeste' },
    { name: 'Sin código' },
    7,
  ]
  expect(readCatalog('departments', answers([{ code: '11', name: 'Usulután', municipalities }]), NOW)).toEqual({
    kind: 'rows',
    rows: [
      {
        code: '11',
        name: 'Usulután',
        municipalities: [
          { code: '1124', name: 'Usulután Norte' },
          { code: '1125', name: 'Usulután Este' },
          { code: '1126', name: 'Usulután Oeste' },
        ],
      },
    ],
    received: 1,
  })
})

test.each([
  [
    'objects',
    { id: UUID, municipality: { code: '0623', name: 'San Salvador Centro' }, department: { code: '06' } },
    '0623',
  ],
  ['a code', { id: UUID, municipality: '0623' }, '0623'],
  ['a code of its own field', { uuid: UUID, municipality_code: '0623' }, '0623'],
  ['a short code', { id: 7, uuid: UUID, municipality: { code: '23' }, department: '06' }, '0623'],
  ['a name', { id: UUID, municipality: 'San Salvador Centro' }, 'San Salvador Centro'],
  ['a name in an object', { id: UUID, municipality: { id: 5, name: 'San Salvador Centro' } }, 'San Salvador Centro'],
])('a district whose municipality is told by %s', (_, row, municipality) => {
  expect(readCatalog('districts', answers([{ ...row, name: 'Mejicanos' }]), NOW)).toEqual({
    kind: 'rows',
    rows: [{ id: UUID, name: 'Mejicanos', municipality }],
    received: 1,
  })
})

test.each([
  ['no UUID', { id: '7', name: 'Mejicanos', municipality: '0623' }],
  ['no name', { id: UUID, municipality: '0623' }],
  ['no municipality', { id: UUID, name: 'Mejicanos' }],
])('a district with %s is odd', (_, row) => {
  expect(readCatalog('districts', answers([row]), NOW)).toEqual({ kind: 'rows', rows: [], received: 1 })
})

test.each([
  [answers({ detail: 'No autorizado' }, 401), { kind: 'locked_out', reason: 'key', detail: 'No autorizado' }],
  [answers({ detail: 'Limite' }, 429, { 'retry-after': '7' }), { kind: 'throttled', retryAfterMs: 7_000 }],
  [answers({ detail: 'Error' }, 500), { kind: 'unknown', detail: 'http_500' }],
  [answers({ results: [] }), { kind: 'unknown', detail: 'answer_not_understood' }],
  [
    { status: 200, headers: {}, body: '[{"code"' },
    { kind: 'unknown', detail: 'answer_not_understood' },
  ],
  [
    { status: 200, headers: {}, body: '<html>' },
    { kind: 'unknown', detail: 'page_instead_of_answer' },
  ],
])('%j brings no rows, and says why', (answer, result) => {
  expect(readCatalog('activities', answer, NOW)).toEqual(result)
})
