import { expect, test } from 'vitest'
import { type Call, type HttpAnswer, readAnswer } from '#adapters/ocote/read-answer.ts'
import type { IssuedFacts } from '#domain/document/issued-facts.ts'
import type { Outcome } from '#domain/document/outcome.ts'
import { issuedFacts } from '../../domain/a-document.ts'
import { aWireAnswer, CONTINGENCY, REJECTED } from './an-answer.ts'

const read = (answer: Partial<HttpAnswer>, call: Call = 'post'): Outcome =>
  readAnswer({
    call,
    asked: { externalRef: 'REF-1', docType: '01', total: 1100, withheld: 0 },
    answer: { status: 200, headers: { 'content-type': 'application/json' }, body: '', ...answer },
    now: Date.parse('2026-11-22T16:45:00Z'),
  })

const readJson = (body: unknown, status = 200, call: Call = 'post') =>
  read({ status, body: JSON.stringify(body) }, call)

const facts = (changes: Partial<IssuedFacts> = {}) => issuedFacts(changes)
const unstamped = facts({ receptionStamp: '' })
const EMAIL = 'Campo #/receptor/correo no cumple el formato requerido'

test.each<[string, Record<string, unknown>, Outcome]>([
  ['stamped', {}, { kind: 'stamped', facts: facts(), remarks: { code: '001', texts: [] } }],
  [
    'stamped with observations',
    { dte_state: 'OBSERVADO', codigo_msg: '002', observaciones: ['Revise el correo', ' '] },
    { kind: 'stamped', facts: facts(), remarks: { code: '002', texts: ['Revise el correo'] } },
  ],
  ['contingency', CONTINGENCY, { kind: 'contingency', facts: unstamped, remarks: { code: '', texts: [] } }],
  ['rejected', REJECTED, { kind: 'rejected', facts: unstamped, remarks: { code: '096', texts: [EMAIL] } }],
  [
    'rejected: 004, the generation code was processed already',
    { ...REJECTED, codigo_msg: '004', observaciones: ['Código de generación ya procesado'] },
    { kind: 'rejected', facts: unstamped, remarks: { code: '004', texts: ['Código de generación ya procesado'] } },
  ],
  [
    'rejected: 097, the issue date',
    { ...REJECTED, codigo_msg: '097', observaciones: ['Fecha de emisión'] },
    { kind: 'rejected', facts: unstamped, remarks: { code: '097', texts: ['Fecha de emisión'] } },
  ],
  [
    'rejected: 098, the total',
    { ...REJECTED, codigo_msg: '098', observaciones: ['Totales'] },
    { kind: 'rejected', facts: unstamped, remarks: { code: '098', texts: ['Totales'] } },
  ],
  [
    'rejected: 099, the withholding',
    { ...REJECTED, codigo_msg: '099', observaciones: ['Retención'] },
    { kind: 'rejected', facts: unstamped, remarks: { code: '099', texts: ['Retención'] } },
  ],
  [
    'rejected without observations: the message says why',
    { ...REJECTED, observaciones: null, dte_message: 'DOCUMENTO NO CUMPLE' },
    { kind: 'rejected', facts: unstamped, remarks: { code: '096', texts: ['DOCUMENTO NO CUMPLE'] } },
  ],
  [
    'rejected before anything was registered',
    { ...REJECTED, document_id: null, observaciones: EMAIL },
    { kind: 'rejected', facts: null, remarks: { code: '096', texts: [EMAIL] } },
  ],
  [
    'a duplicate of the same sale',
    { is_duplicate: true },
    { kind: 'stamped', facts: facts({ isDuplicate: true }), remarks: { code: '001', texts: [] } },
  ],
  [
    'a duplicate over another amount',
    { is_duplicate: true, amount_gross: 10.99 },
    {
      kind: 'mismatched',
      facts: facts({ isDuplicate: true, amounts: { taxable: 973, vat: 127, gross: 1099, withheld: null } }),
      detail: 'ref REF-1, total 1099 ¢',
    },
  ],
  [
    "another sale's ref",
    { external_ref: 'REF-2' },
    { kind: 'mismatched', facts: facts(), detail: 'ref REF-2, total 1100 ¢' },
  ],
  [
    'a fresh document over another amount: ours, to be flagged',
    { amount_gross: 11.01 },
    {
      kind: 'stamped',
      facts: facts({ amounts: { taxable: 973, vat: 127, gross: 1101, withheld: null } }),
      remarks: { code: '001', texts: [] },
    },
  ],
  [
    'amounts as text, or left out; fields that are new to us',
    { amount_gross: '11.00', amount_vat: null, amount_taxable: undefined, created_credit_memo: { deep: [1] } },
    {
      kind: 'stamped',
      facts: facts({ amounts: { taxable: null, vat: null, gross: 1100, withheld: null } }),
      remarks: { code: '001', texts: [] },
    },
  ],
  [
    'no ref and no word of a duplicate',
    { external_ref: null, is_duplicate: undefined },
    { kind: 'stamped', facts: facts(), remarks: { code: '001', texts: [] } },
  ],
])('%s', (_, changes, outcome) => {
  expect([readJson(aWireAnswer(changes)), readJson(aWireAnswer(changes), 200, 'status')]).toEqual([outcome, outcome])
})

test.each([
  ['005: the issuer', '005', ['EMISOR NO AUTORIZADO'], '005 EMISOR NO AUTORIZADO'],
  ['006: the signature', '006', [], '006'],
])('%s, not the sale: a post stops the queue, a question only tells of how it was judged', (_, code, texts, detail) => {
  const answer = aWireAnswer({ ...REJECTED, codigo_msg: code, observaciones: texts, dte_message: '' })
  expect([readJson(answer), readJson(answer, 200, 'status')]).toEqual([
    { kind: 'locked_out', reason: 'issuer', detail },
    { kind: 'rejected_for_issuer', facts: unstamped, remarks: { code, texts } },
  ])
})

test.each(
  [false, true].flatMap((success) =>
    [false, true].flatMap((dte) =>
      [false, true].flatMap((contingency) => [false, true].map((rejected) => [success, dte, contingency, rejected])),
    ),
  ),
)('flags %s %s %s %s mean what the table says, or nothing', (success, dte_success, contingency, rejected) => {
  const { kind } = readJson(aWireAnswer({ success, dte_success, contingency, rejected }))
  const table: Record<string, string> = {
    'true,true,false,false': 'stamped',
    'true,false,true,false': 'contingency',
    'false,false,false,true': 'rejected',
  }
  expect(kind).toBe(table[String([success, dte_success, contingency, rejected])] ?? 'unknown')
})

test.each<[string, Record<string, unknown>]>([
  ['no control number', { control_number: '' }],
  ['a blank generation code', { generation_code: '  ' }],
  ['no stamp', { reception_stamp: null }],
  ['no control number in contingency', { ...CONTINGENCY, control_number: null }],
])('an answer with %s proves nothing', (_, changes) => {
  expect(readJson(aWireAnswer(changes))).toEqual({ kind: 'unknown', detail: 'answer_incomplete', answered: true })
})

test.each<[string, Record<string, unknown>, string]>([
  ['a missing flag', { success: undefined }, 'success'],
  ['a flag as text', { dte_success: 'true' }, 'dte_success'],
  ['an amount in words', { amount_gross: 'once dólares' }, 'amount_gross'],
  ['a ref that is a list', { external_ref: ['REF-1'] }, 'external_ref'],
])('%s is not understood', (_, changes, field) => {
  const outcome = readJson(aWireAnswer(changes))
  expect(outcome).toMatchObject({ kind: 'unknown', detail: expect.stringContaining(`answer_not_understood: ${field}`) })
})

test('odd observations, numbers for texts and odd informative amounts never hide a judgement', () => {
  const odd = {
    observaciones: [{ campo: 'correo' }, null, 7],
    codigo_msg: 96,
    amount_vat: '',
    amount_taxable: {},
    is_duplicate: 'no',
  }
  expect(readJson(aWireAnswer({ ...odd, success: false, dte_success: false, rejected: true }))).toMatchObject({
    kind: 'rejected',
    remarks: { code: '96', texts: ['{"campo":"correo"}', '7'] },
  })
  expect(readJson(aWireAnswer({ ...odd, control_number: 12 }))).toMatchObject({
    kind: 'stamped',
    facts: { controlNumber: '12' },
  })
})

test.each([1e300, '9'.repeat(40), 1e15])(
  'an amount of %s dollars is no amount: it could not be kept',
  (amount_gross) => {
    expect(readJson(aWireAnswer({ amount_gross }))).toMatchObject({ kind: 'unknown' })
  },
)

test.each<[string, string]>([
  ['half an answer', JSON.stringify(aWireAnswer()).slice(0, 150)],
  ['nothing', ''],
  ['null', 'null'],
  ['a list', '[]'],
  ['a text', '"ok"'],
  ['plain words', 'Service temporarily unavailable'],
])('%s with status 200 is unknown', (_, body) => {
  expect(read({ body })).toMatchObject({ kind: 'unknown', detail: expect.stringContaining('answer_not_understood') })
})

test.each<[string, Partial<HttpAnswer>]>([
  ['by its type', { headers: { 'content-type': 'text/html; charset=utf-8' }, body: '{}' }],
  ['by its beginning', { headers: {}, body: '  <!DOCTYPE html><p>Wi-Fi' }],
  ['with the status of a refusal', { status: 400, body: '<html>' }],
  ['with the status of a missing document', { status: 404, body: '<html>' }],
  ['with the status of a wrong key', { status: 401, body: '<html>' }],
])('a page instead of an answer, %s, is unknown', (_, answer) => {
  expect([read(answer), read(answer, 'status')]).toEqual([
    { kind: 'unknown', detail: 'page_instead_of_answer' },
    { kind: 'unknown', detail: 'page_instead_of_answer' },
  ])
})

const DETAIL = { detail: 'lines: es obligatorio' }
const SAID = 'lines: es obligatorio'

test.each<[number, Outcome, Outcome]>([
  [400, { kind: 'refused', detail: SAID }, { kind: 'unknown', detail: SAID, answered: true }],
  [422, { kind: 'refused', detail: SAID }, { kind: 'unknown', detail: SAID, answered: true }],
  [401, { kind: 'locked_out', reason: 'key', detail: SAID }, { kind: 'locked_out', reason: 'key', detail: SAID }],
  [403, { kind: 'locked_out', reason: 'key', detail: SAID }, { kind: 'locked_out', reason: 'key', detail: SAID }],
  [404, { kind: 'unknown', detail: SAID }, { kind: 'not_found' }],
  [409, { kind: 'conflict', detail: SAID }, { kind: 'conflict', detail: SAID }],
  [429, { kind: 'throttled', retryAfterMs: 60_000 }, { kind: 'throttled', retryAfterMs: 60_000 }],
  ...[201, 204, 302, 408, 418, 500, 502, 503, 504].map((status): [number, Outcome, Outcome] => [
    status,
    { kind: 'unknown', detail: `http_${status}` },
    { kind: 'unknown', detail: `http_${status}` },
  ]),
])('status %d to a post and to a question', (status, post, question) => {
  expect([readJson(DETAIL, status), readJson(DETAIL, status, 'status')]).toEqual([post, question])
})

test.each<[string, string, string]>([
  ['a list', '{"detail":[{"loc":["body","lines"],"msg":"required"}]}', '[{"loc":["body","lines"],"msg":"required"}]'],
  ['null', '{"detail":null}', 'null'],
  ['no detail at all', '{}', '{}'],
  ['no JSON', 'bad request', 'bad request'],
  ['nothing', '', ''],
  ['more than 2,000 characters', JSON.stringify({ detail: 'x'.repeat(3000) }), 'x'.repeat(2000)],
])('a refusal whose detail is %s is one all the same', (_, body, detail) => {
  expect(read({ status: 400, body })).toEqual({ kind: 'refused', detail })
})
