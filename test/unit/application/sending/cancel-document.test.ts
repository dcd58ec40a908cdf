import { expect, test } from 'vitest'
import { cancelDocument } from '#application/sending/cancel-document.ts'
import { aTill, NOW, REF } from '../a-till.ts'
import { stamped, unknown } from '../an-outcome.ts'

const aStampedSale = () => {
  const till = aTill()
  till.sells()
  till.hears(stamped())
  const { stores, unitOfWork, clock } = till
  return { ...till, cancel: cancelDocument({ stores, unitOfWork, clock }) }
}

test('a stamped document is cancelled by the API alone: asked for through the outbox, repeated until it answers', () => {
  const till = aStampedSale()
  expect(till.cancel(REF, ' Se cobró dos veces ')).toMatchObject({ ok: true, value: { state: 'cancelling' } })
  expect(till.stores.outbox.find(REF)).toMatchObject({ state: 'due', step: 'cancel', lane: 'counter', dueAt: NOW })

  till.hears(unknown, null)
  expect(till.stores.documents.find(REF)).toMatchObject({ state: 'cancelling', cancelledAt: null })
  expect(till.stores.outbox.find(REF)).toMatchObject({ state: 'due', step: 'cancel' })
  till.passes(60_000)
  till.hears({ kind: 'cancelled', automaticNote: null })
  expect(till.stores.documents.find(REF)).toMatchObject({ state: 'cancelled', cancelledAt: NOW + 60_000 })
  expect(till.stores.outbox.find(REF)).toMatchObject({ state: 'settled', step: 'settle' })
  expect(till.stores.documents.attempts(REF).map(({ call, outcome }) => `${call}: ${outcome}`)).toEqual([
    'post: stamped',
    'cancel: unknown',
    'cancel: cancelled',
  ])
  expect([...till.stores.journal.between(NOW, NOW + 1)].find(({ kind }) => kind === 'act')?.facts).toMatchObject({
    act: 'cancel_asked',
    reason: 'Se cobró dos veces',
    state: 'cancelling',
  })
})

test('where the API refuses, the document is stamped as before, with what was said of it, and nothing is fetched again', () => {
  const till = aStampedSale()
  till.stores.files.forget(REF, 'ticket')
  till.stores.files.forget(REF, 'json')
  till.cancel(REF, 'devolución')
  till.hears({ kind: 'cancel_refused', detail: 'El plazo ha vencido' }, 409)
  expect(till.stores.documents.find(REF)).toMatchObject({
    state: 'stamped',
    cancelledAt: null,
    remarks: { texts: ['El plazo ha vencido'] },
  })
  expect(till.stores.outbox.find(REF)).toMatchObject({ state: 'settled' })
  expect(till.stores.files.nextWanted(Number.MAX_SAFE_INTEGER)).toBeNull()
})

test('without a reason, for an unknown ref, or for what is not stamped, nothing is asked for', () => {
  const till = aStampedSale()
  till.sells()
  const codeOf = (ref: string, reason: string) => {
    const asked = till.cancel(ref, reason)
    return asked.ok ? 'asked' : asked.error.code
  }
  expect([codeOf(REF, '  '), codeOf('none', 'x'), codeOf('T01-C01-20261122-000002-7QK3F', 'x')]).toEqual([
    'reason_missing',
    'document_unknown',
    'document_not_cancellable',
  ])
})
