import { expect, test } from 'vitest'
import { type Call, readAnswer } from '#adapters/ocote/read-answer.ts'
import { aWireAnswer } from './an-answer.ts'

const ASKED = { externalRef: 'REF-1', docType: '03' as const, total: 11_300, withheld: 100 }

const read = (call: Call, body: unknown, status = 200, asked = ASKED) =>
  readAnswer({
    call,
    asked,
    answer: { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    now: 0,
  })

const amountsOf = (changes: Record<string, unknown>) => {
  const outcome = read('post', aWireAnswer({ amount_taxable: 100, amount_vat: 13, amount_gross: 113, ...changes }))
  return 'facts' in outcome ? [outcome.kind, outcome.facts?.amounts.gross, outcome.facts?.amounts.withheld] : outcome
}

test.each<[string, Record<string, unknown>, readonly unknown[]]>([
  ['what was withheld is told', { amount_withheld: 1 }, ['stamped', 11_300, 100]],
  ['as text too', { amount_withheld: '1.00' }, ['stamped', 11_300, 100]],
  ['not told', {}, ['stamped', 11_300, null]],
  ['told oddly', { amount_withheld: {} }, ['stamped', 11_300, null]],
  ['a gross after our own estimate', { amount_gross: 112 }, ['stamped', 11_200, null]],
  ['a gross after what the API withheld', { amount_gross: 111.5, amount_withheld: 1.5 }, ['stamped', 11_150, 150]],
  ['a duplicate after a withholding is ours', { is_duplicate: true, amount_gross: 112 }, ['stamped', 11_200, null]],
  ['a duplicate of another amount is not', { is_duplicate: true, amount_gross: 110 }, ['mismatched', 11_000, null]],
])('%s', (_, changes, amounts) => {
  expect(amountsOf(changes)).toEqual(amounts)
})

const CANCELLED = { success: true, external_ref: 'REF-1' }
const NOTE = { created_credit_memo: true, credit_memo_id: 'note-1', credit_memo_control_number: 'DTE-05-1' }

test.each<[string, Record<string, unknown>, object]>([
  ['a cancellation', {}, { kind: 'cancelled', automaticNote: null }],
  [
    'its automatic note',
    NOTE,
    { kind: 'cancelled', automaticNote: { documentId: 'note-1', controlNumber: 'DTE-05-1' } },
  ],
  [
    'a note without its number',
    { ...NOTE, credit_memo_control_number: null },
    {
      kind: 'cancelled',
      automaticNote: { documentId: 'note-1', controlNumber: '' },
    },
  ],
  [
    'a note without a name that is known',
    { created_credit_memo: true },
    { kind: 'cancelled', automaticNote: { documentId: '', controlNumber: '' } },
  ],
  ['a note that was not made', { ...NOTE, created_credit_memo: false }, { kind: 'cancelled', automaticNote: null }],
  ['an odd word about a note', { created_credit_memo: 'yes' }, { kind: 'cancelled', automaticNote: null }],
  ['another’s ref', { external_ref: 'REF-2' }, { kind: 'unknown', detail: 'another_ref: REF-2', answered: true }],
])('%s is read alike from the answer and from a question', (_, changes, outcome) => {
  const body = { ...CANCELLED, ...changes }
  expect([read('cancel', body), read('cancel_status', body)]).toEqual([outcome, outcome])
})

test.each<[string, number, unknown, object, object]>([
  [
    'not done',
    200,
    { success: false },
    { kind: 'unknown', detail: 'not_cancelled', answered: true },
    { kind: 'not_cancelled' },
  ],
  ['unknown there', 404, { detail: 'no' }, { kind: 'cancel_refused', detail: 'no' }, { kind: 'not_cancelled' }],
  ['in conflict', 409, { detail: 'no' }, { kind: 'conflict', detail: 'no' }, { kind: 'conflict', detail: 'no' }],
  [
    'out of order',
    503,
    { detail: 'no' },
    { kind: 'unknown', detail: 'http_503' },
    { kind: 'unknown', detail: 'http_503' },
  ],
])('%s: what a cancellation and a question about one come to', (_, status, body, asked, questioned) => {
  expect([read('cancel', body, status), read('cancel_status', body, status)]).toEqual([asked, questioned])
})

test('informative fields that are not there hide no judgement', () => {
  const { dte_state, dte_message, observaciones, codigo_msg, posted, ...rest } = aWireAnswer({ amount_gross: 113 })
  expect([dte_state, dte_message, observaciones, codigo_msg, posted]).not.toContain(undefined)
  expect(read('post', rest)).toMatchObject({ kind: 'stamped', remarks: { code: '', texts: [] } })
})
