import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAnswer } from '#adapters/ocote/read-answer.ts'
import { DOCUMENT_STATES, TRANSITIONS } from '#domain/document/document-state.ts'

const KINDS = Object.keys(TRANSITIONS.pending)
const asked = { externalRef: 'REF-1', docType: '01', total: 1100, withheld: 0 } as const

const text = fc.oneof(fc.constant(''), fc.constant('REF-1'), fc.constant('  '), fc.string())
const flag = fc.oneof({ weight: 8, arbitrary: fc.boolean() }, { weight: 1, arbitrary: fc.jsonValue() })
const amount = fc.oneof(fc.constant(11), fc.constant('11.00'), fc.double(), fc.constant(null), fc.jsonValue())

const anAnswer = fc.record(
  {
    success: flag,
    dte_success: flag,
    contingency: flag,
    rejected: flag,
    is_duplicate: flag,
    document_id: text,
    external_ref: fc.oneof(fc.constant('REF-1'), text),
    control_number: text,
    generation_code: text,
    reception_stamp: text,
    dte_message: fc.oneof(text, fc.jsonValue()),
    observaciones: fc.oneof(fc.array(fc.string()), fc.jsonValue()),
    codigo_msg: fc.oneof(fc.constantFrom('001', '005', '096'), fc.jsonValue()),
    amount_gross: amount,
    amount_vat: amount,
    amount_taxable: amount,
    cancelled: fc.jsonValue(),
  },
  { requiredKeys: [] },
)

const aWellFlaggedAnswer = fc
  .tuple(
    anAnswer,
    fc.constantFrom(
      { success: true, dte_success: true, contingency: false, rejected: false },
      { success: true, dte_success: false, contingency: true, rejected: false },
      { success: false, dte_success: false, contingency: false, rejected: true },
    ),
  )
  .map(([answer, flags]) => ({ ...answer, ...flags, observaciones: [], codigo_msg: '', dte_message: '' }))

const body = fc.oneof(
  fc.string(),
  fc.json(),
  anAnswer.map((answer) => JSON.stringify(answer)),
  aWellFlaggedAnswer.map((answer) => JSON.stringify(answer)),
  fc.tuple(fc.json(), fc.nat(200)).map(([json, cut]) => json.slice(0, cut)),
)
const status = fc.oneof(
  { weight: 4, arbitrary: fc.constant(200) },
  { weight: 4, arbitrary: fc.constantFrom(400, 401, 403, 404, 409, 422, 429) },
  { weight: 1, arbitrary: fc.integer({ min: 100, max: 599 }) },
)
const headers = fc.record(
  {
    'content-type': fc.constantFrom('application/json', 'text/html', ''),
    'retry-after': fc.oneof(fc.string(), fc.nat().map(String)),
    'x-ratelimit-reset': fc.oneof(fc.string(), fc.array(fc.string())),
  },
  { requiredKeys: [] },
)
const call = fc.constantFrom('post' as const, 'status' as const)

test('whatever comes back is read without a throw, and what proves nothing is never called stamped', () => {
  fc.assert(
    fc.property(status, body, headers, call, (code, came, sent, by) => {
      const answer = { status: code, headers: sent, body: came }
      const outcome = readAnswer({ call: by, asked, answer, now: 1_000_000 })
      expect(KINDS).toContain(outcome.kind)
      if (outcome.kind === 'stamped' || outcome.kind === 'contingency') {
        expect(code).toBe(200)
        expect(outcome.facts.controlNumber.trim()).not.toBe('')
        expect(outcome.facts.generationCode.trim()).not.toBe('')
        if (outcome.kind === 'stamped') expect(outcome.facts.receptionStamp.trim()).not.toBe('')
      }
      if (outcome.kind === 'not_found') expect([code, by]).toEqual([404, 'status'])
      if (outcome.kind === 'throttled') {
        expect(outcome.retryAfterMs).toBeGreaterThanOrEqual(1000)
        expect(outcome.retryAfterMs).toBeLessThanOrEqual(3_600_000)
      }
    }),
    { numRuns: 3000 },
  )
})

test('amounts that are kept are whole cents that the database can hold', () => {
  fc.assert(
    fc.property(aWellFlaggedAnswer, (answer) => {
      const outcome = readAnswer({
        call: 'post',
        asked,
        answer: {
          status: 200,
          headers: {},
          body: JSON.stringify({ ...answer, document_id: 'id', external_ref: 'REF-1' }),
        },
        now: 0,
      })
      if (!('facts' in outcome) || outcome.facts === null) return
      for (const cents of Object.values(outcome.facts.amounts))
        expect(cents === null || Number.isSafeInteger(cents)).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('there is an event for every outcome in every state', () => {
  expect(DOCUMENT_STATES.map((state) => Object.keys(TRANSITIONS[state]).sort())).toEqual(
    DOCUMENT_STATES.map(() => [...KINDS].sort()),
  )
})
