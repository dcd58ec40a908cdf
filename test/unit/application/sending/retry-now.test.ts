import { expect, test } from 'vitest'
import { aTill, NOW, REF, type Till } from '../a-till.ts'
import { inContingency, refused, rejected, stamped, unknown } from '../an-outcome.ts'

const after = (...outcomes: Parameters<Till['hears']>[0][]): Till => {
  const till = aTill()
  till.sells()
  for (const outcome of outcomes) till.hears(outcome)
  till.passes(1)
  return till
}

test.each([
  ['unknown', [unknown], { state: 'unknown', step: 'inquire', tries: 1 }],
  ['in contingency', [inContingency()], { state: 'contingency', step: 'watch', tries: 1 }],
  ['rejected', [rejected()], { state: 'pending', step: 'send', tries: 0 }],
  ['refused', [refused], { state: 'pending', step: 'send', tries: 0 }],
  ['pending', [], { state: 'pending', step: 'send', tries: 0 }],
])('a document that is %s is due now, at the counter', (_, outcomes, { state, step, tries }) => {
  const till = after(...outcomes)
  expect(till.retry(REF)).toEqual({ ok: true, value: null })
  expect(till.stores.documents.find(REF)).toMatchObject({ state, revision: 1 })
  expect(till.stores.outbox.find(REF)).toEqual({
    externalRef: REF,
    state: 'due',
    step,
    lane: 'counter',
    dueAt: NOW + 1,
    tries,
  })
})

test('one that is being tried at this moment is left alone', () => {
  const till = after()
  const claim = till.claims()
  till.passes(5)
  expect(till.retry(REF)).toEqual({ ok: true, value: null })
  expect(till.stores.outbox.claimed()).toEqual([claim])
})

test('what is stamped, or not there, is not tried', () => {
  const till = after(stamped())
  expect([till.retry(REF), till.retry('T01-C01-20261122-000099-7QK3F')]).toEqual([
    { ok: false, error: { code: 'document_not_retryable', field: 'external_ref' } },
    { ok: false, error: { code: 'document_unknown', field: 'external_ref' } },
  ])
  expect(till.stores.outbox.find(REF)).toMatchObject({ state: 'settled' })
})
