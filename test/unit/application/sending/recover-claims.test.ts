import { expect, test } from 'vitest'
import { aTill, NOW, REF, REF_2 } from '../a-till.ts'
import { inContingency, unknown } from '../an-outcome.ts'

test('what was being sent when the program died is asked about; the others are left alone', () => {
  const till = aTill()
  till.sells()
  till.sells()
  till.claims()
  till.passes(3000)

  expect(till.recover()).toBe(1)
  expect(till.rows('SELECT state, step, lane, due_at, tries, claimed_at FROM outbox')).toEqual([
    { state: 'due', step: 'inquire', lane: 0, due_at: NOW + 3000, tries: 0, claimed_at: null },
    { state: 'due', step: 'send', lane: 0, due_at: NOW, tries: 0, claimed_at: null },
  ])
  expect([REF, REF_2].map((ref) => till.stores.documents.find(ref)?.state)).toEqual(['unknown', 'pending'])
  expect(till.stores.documents.attempts(REF)).toEqual([
    {
      call: 'post',
      revision: 1,
      startedAt: NOW,
      endedAt: NOW + 3000,
      outcome: 'interrupted',
      httpStatus: null,
      detail: '',
      answer: null,
    },
  ])
  expect(till.stores.documents.attempts(REF_2)).toEqual([])
  expect(till.recover()).toBe(0)
})

test('an interrupted question is asked again, and one about a contingency stays a watch', () => {
  const till = aTill()
  till.sells()
  till.hears(inContingency())
  till.sells()
  till.hears(unknown, null)
  till.passes(7500)
  till.claims()
  till.claims()

  expect(till.recover()).toBe(2)
  expect(till.rows('SELECT state, step, tries FROM outbox')).toEqual([
    { state: 'due', step: 'watch', tries: 1 },
    { state: 'due', step: 'inquire', tries: 1 },
  ])
  expect([REF, REF_2].map((ref) => till.stores.documents.find(ref)?.state)).toEqual(['contingency', 'unknown'])
  expect(till.stores.documents.attempts(REF).at(-1)).toMatchObject({ call: 'status', outcome: 'interrupted' })
})
