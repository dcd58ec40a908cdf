import { expect, test } from 'vitest'
import { askForPaper } from '#application/printing/ask-for-paper.ts'
import { cancelDocument } from '#application/sending/cancel-document.ts'
import { aTill, NOW, REF } from '../a-till.ts'
import { stamped } from '../an-outcome.ts'

const aPrintingTill = () => {
  const till = aTill({ printWithinMs: null })
  till.sells()
  till.hears(stamped())
  const { stores, unitOfWork, clock } = till
  return {
    ...till,
    asks: askForPaper({ stores, unitOfWork, clock, counterMs: () => 6_000 }),
    cancel: cancelDocument({ stores, unitOfWork, clock }),
  }
}

test('an official ticket that is still to be fetched is fetched at once, and waited for as long as at the counter', () => {
  const till = aPrintingTill()
  till.stores.files.postpone({ externalRef: REF, kind: 'ticket', dueAt: NOW + 3_600_000, tries: 9 })
  expect(till.asks(REF)).toMatchObject({ ok: true, value: { decideBy: NOW + 6_000 } })
  expect(till.stores.files.nextAwaited(NOW)).toEqual({ externalRef: REF, kind: 'ticket', dueAt: NOW, tries: 0 })
})

test('a paper that a person asks for waits for nothing else, and is an act in the journal', () => {
  const till = aPrintingTill()
  till.stores.files.forget(REF, 'ticket')
  expect(till.asks(REF)).toMatchObject({ ok: true, value: { externalRef: REF, state: 'waiting', decideBy: NOW } })
  expect([...till.stores.journal.between(NOW, NOW + 1)].at(-1)).toMatchObject({
    kind: 'act',
    externalRef: REF,
    facts: { act: 'paper_asked', job_id: 1 },
  })
})

test('a cancelled document has no paper any more, an unknown one never had', () => {
  const till = aPrintingTill()
  till.cancel(REF, 'se cobró dos veces')
  expect(till.asks(REF).ok).toBe(true)
  till.hears({ kind: 'cancelled', automaticNote: null })
  expect([till.asks(REF), till.asks('nothing')]).toEqual([
    { ok: false, error: { code: 'document_cancelled', field: 'external_ref' } },
    { ok: false, error: { code: 'document_unknown', field: 'external_ref' } },
  ])
})
