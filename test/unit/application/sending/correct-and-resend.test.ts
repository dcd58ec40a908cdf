import { expect, test } from 'vitest'
import { correctAndResend } from '#application/sending/correct-and-resend.ts'
import { aCustomer, aTaxpayer } from '../../domain/a-customer.ts'
import { aLineOf } from '../../domain/a-line.ts'
import { aSale, aTill, NOW, REF, REF_2, type Till } from '../a-till.ts'
import { refused, rejected, stamped } from '../an-outcome.ts'

const aRejectedSale = (): Till => {
  const till = aTill()
  till.sells(aSale({ customer: aCustomer({ email: 'ana@correo.sv' }) }))
  till.hears(rejected())
  till.passes(60_000)
  return till
}

const requests = (till: Till) =>
  till.rows('SELECT revision, body, sha256, frozen_at FROM frozen_request ORDER BY revision')

test('a correction is a new frozen request under the same ref, due now; the first is kept byte for byte', () => {
  const till = aRejectedSale()
  const [first] = requests(till)
  const corrected = till.correct(REF, aCustomer({ email: ' ana@correo.com.sv ' }))

  expect(corrected).toEqual({
    ok: true,
    value: {
      externalRef: REF,
      docType: '01',
      state: 'pending',
      total: 1100,
      withheld: 0,
      origin: null,
      businessDate: '2026-11-22',
      createdAt: NOW,
      customer: aCustomer({ email: 'ana@correo.com.sv' }),
      revision: 2,
      facts: null,
      issuedAt: null,
      environment: null,
      fiscalDate: null,
      cancelAskedAt: null,
      cancelledAt: null,
      automaticNote: null,
      remarks: null,
      amountsDiffer: false,
    },
  })
  expect(till.stores.documents.find(REF)).toEqual(corrected.ok && corrected.value)
  const [kept, second] = requests(till) as { body: string; frozen_at: number }[]
  expect(kept).toEqual(first)
  expect({ frozenAt: second?.frozen_at, body: JSON.parse(second?.body ?? '') }).toEqual({
    frozenAt: NOW + 60_000,
    body: {
      ...JSON.parse(kept?.body ?? ''),
      customer: {
        name: 'Ana Ramírez',
        document_type: '13',
        document_number: '01234567-8',
        email: 'ana@correo.com.sv',
      },
    },
  })
  expect(till.stores.outbox.find(REF)).toEqual({
    externalRef: REF,
    state: 'due',
    step: 'send',
    lane: 'counter',
    dueAt: NOW + 60_000,
    tries: 0,
  })
  expect(till.stores.sales.find(REF)?.customer).toEqual(aCustomer({ email: 'ana@correo.sv' }))
})

test('the customer may also be taken away', () => {
  const till = aRejectedSale()
  expect(till.correct(REF, null)).toMatchObject({ ok: true, value: { customer: null, revision: 2 } })
  expect(till.stores.documents.request(REF, 2).body).not.toContain('customer')
})

test('what stands in the way of a correction is said, and leaves everything as it was', () => {
  const till = aRejectedSale()
  const before = [till.stores.documents.find(REF), till.stores.outbox.find(REF), till.counts()]
  expect([
    till.correct(REF, aCustomer({ email: 'ana@' })),
    till.correct('T01-C01-20261122-000099-7QK3F', null),
    till.correct(REF, aCustomer({ email: 'ana@correo.sv' })),
  ]).toEqual([
    { ok: false, error: { code: 'email_invalid', field: 'customer.email' } },
    { ok: false, error: { code: 'document_unknown', field: 'external_ref' } },
    { ok: false, error: { code: 'correction_unchanged', field: 'customer' } },
  ])
  expect([till.stores.documents.find(REF), till.stores.outbox.find(REF), till.counts()]).toEqual(before)
})

test('only what was refused or rejected can be corrected', () => {
  const till = aTill()
  till.sells()
  const notCorrectable = { ok: false, error: { code: 'document_not_correctable', field: 'external_ref' } }
  expect(till.correct(REF, aCustomer())).toEqual(notCorrectable)
  till.hears(refused, 422)
  expect(till.correct(REF, aCustomer())).toMatchObject({ ok: true })
  till.hears(stamped())
  expect(till.correct(REF, null)).toEqual(notCorrectable)
})

test('from 25,000.00 on the buyer cannot be taken away', () => {
  const till = aTill()
  till.sells({ lines: [aLineOf(2_500_000)], customer: aCustomer() }, [{ method: '05', amount: 2_500_000 }])
  till.hears(rejected())
  expect(till.correct(REF, null)).toEqual({ ok: false, error: { code: 'buyer_required', field: 'customer' } })
})

test('of a CCF the taxpayer is corrected and never taken away; a note, which names nobody of its own, is not corrected', () => {
  const till = aTill()
  const ccf = { docType: '03' as const, lines: [aLineOf(1_100)], customer: aTaxpayer(1) }
  till.sells(ccf, [{ method: '01', amount: 1_100 }])
  till.hears(rejected())
  expect(till.correct(REF, aCustomer())).toEqual({
    ok: false,
    error: { code: 'taxpayer_required', field: 'customer' },
  })
  const corrected = { ...aTaxpayer(1), email: 'ana@correo.sv' }
  expect(till.correct(REF, corrected)).toMatchObject({ ok: true, value: { docType: '03', revision: 2 } })
  expect(JSON.parse(till.stores.documents.request(REF, 2).body)).toMatchObject({
    doc_type: '03',
    customer: { nit: '06141503851010', nrc: '123456', type_contributor: 1, email: 'ana@correo.sv' },
  })
  till.hears(stamped())
  till.credits(REF)
  till.hears(rejected())
  expect(till.correct(REF_2, corrected)).toEqual({
    ok: false,
    error: { code: 'note_not_correctable', field: 'external_ref' },
  })
  expect(till.retry(REF_2)).toEqual({ ok: true, value: null })
})

test('the transaction is whole: when the entry cannot be placed there is no second request', () => {
  const till = aRejectedSale()
  const outbox = {
    ...till.stores.outbox,
    place: () => {
      throw new Error('disk full')
    },
  }
  const correct = correctAndResend({ ...till, stores: { ...till.stores, outbox } })
  expect(() => correct(REF, null)).toThrow('disk full')
  expect(requests(till)).toHaveLength(1)
  expect(till.stores.documents.find(REF)).toMatchObject({ state: 'rejected', revision: 1 })
})
