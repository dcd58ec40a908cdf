import { expect, test } from 'vitest'
import { completeSale } from '#application/selling/complete-sale.ts'
import { aCustomer } from '../../domain/a-customer.ts'
import { aLine, amountOff, percent } from '../../domain/a-line.ts'
import { aSale, aTill, NOW, REF, REF_2 } from '../a-till.ts'

const NOTHING = {
  sale: 0,
  sale_line: 0,
  sale_tender: 0,
  fiscal_document: 0,
  frozen_request: 0,
  outbox: 0,
  attempt: 0,
  print_job: 0,
  wanted_file: 0,
}

test('a completed sale is a sale, its document, its frozen request, its entry and its paper', () => {
  const till = aTill()
  const sale = till.sells(aSale(), [{ method: '01', amount: 2000 }])

  expect(sale).toEqual({
    ...aSale(),
    docType: '01',
    withheld: 0,
    credit: null,
    totals: { subtotal: 1100, discount: 0, total: 1100, vat: 127 },
    settlement: { tenders: [{ method: '01', amount: 2000 }], change: 900, method: '01' },
    saleNumber: 1,
    attemptId: 'press-1',
    externalRef: REF,
    businessDate: '2026-11-22',
    completedAt: NOW,
    cashier: 'María',
    till: 'C01',
  })
  expect(till.stores.sales.find(REF)).toEqual(sale)
  expect(till.stores.documents.find(REF)).toEqual({
    externalRef: REF,
    docType: '01',
    state: 'pending',
    total: 1100,
    withheld: 0,
    origin: null,
    businessDate: '2026-11-22',
    createdAt: NOW,
    customer: null,
    revision: 1,
    facts: null,
    issuedAt: null,
    environment: null,
    fiscalDate: null,
    cancelAskedAt: null,
    cancelledAt: null,
    automaticNote: null,
    remarks: null,
    amountsDiffer: false,
  })
  expect(till.stores.outbox.find(REF)).toEqual({
    externalRef: REF,
    state: 'due',
    step: 'send',
    lane: 'counter',
    dueAt: NOW,
    tries: 0,
  })
  const request = till.stores.documents.request(REF, 1)
  expect({ ...request, body: JSON.parse(request.body) }).toEqual({
    revision: 1,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    body: {
      doc_type: '01',
      external_ref: REF,
      lines: [{ description: 'Café molido', quantity: 2, unit_price: 5.5 }],
      payment_method: '01',
      transaction_condition: 1,
    },
  })
  expect(till.stores.printJobs.waiting()).toEqual([
    {
      jobId: 1,
      externalRef: REF,
      paper: null,
      state: 'waiting',
      copy: 1,
      decideBy: NOW + 8000,
      code: null,
      changedAt: NOW,
    },
  ])
  expect(till.counts()).toEqual({
    ...NOTHING,
    sale: 1,
    sale_line: 1,
    sale_tender: 1,
    fiscal_document: 1,
    frozen_request: 1,
    outbox: 1,
    print_job: 1,
  })
})

test('lines, discounts, tenders and customer come back from the disk as they went in', () => {
  const till = aTill()
  const lines = [
    aLine({ code: '2000000000015', quantity: 3000, discount: percent(1250) }),
    aLine({ description: 'Queso “Ñandú” 🧀', unit: 'kg', quantity: 455, unitPrice: 37_501 }),
    aLine({ quantity: 12_000, discount: amountOff(150) }),
    aLine({ discount: amountOff(0) }),
    aLine({ discount: percent(0) }),
  ]
  const sale = till.sells({ lines, customer: aCustomer({ phone: '+503 7123-4567' }) }, [
    { method: '03', amount: 5000 },
    { method: '01', amount: 10_000 },
  ])
  expect(till.stores.sales.find(REF)).toEqual(sale)
  expect(sale).toMatchObject({ lines, customer: aCustomer({ phone: '71234567' }) })
})

test('numbers run on, and the day is that of El Salvador', () => {
  const till = aTill()
  till.sells()
  till.passes(13.25 * 3_600_000 - 1)
  expect(till.sells()).toMatchObject({ saleNumber: 2, externalRef: REF_2, businessDate: '2026-11-22' })
  till.passes(1)
  expect(till.sells()).toMatchObject({
    saleNumber: 3,
    externalRef: 'T01-C01-20261123-000003-7QK3F',
    businessDate: '2026-11-23',
  })
})

test('the same press of "Cobrar" is the same sale, however often it arrives, and never answers for another total', () => {
  const till = aTill()
  const first = till.complete(aSale(), [{ method: '01', amount: 1100 }], 'one press')
  till.passes(60_000)
  const again = till.complete(aSale(), [{ method: '01', amount: 1100 }], 'one press')
  const other = till.complete(aSale({ lines: [aLine()] }), [{ method: '02', amount: 550 }], 'one press')
  expect(again).toEqual(first)
  expect(other).toEqual({ ok: false, error: { code: 'attempt_reused', field: 'attempt_id' } })
  expect(till.counts()).toMatchObject({ sale: 1, fiscal_document: 1, outbox: 1, print_job: 1 })
})

test('a sale that is not in order leaves nothing', () => {
  const till = aTill()
  expect(till.complete(aSale(), [{ method: '01', amount: 1099 }], 'press')).toEqual({
    ok: false,
    error: { code: 'tender_short', field: 'tenders', params: { missing_cents: 1 } },
  })
  expect(till.counts()).toEqual(NOTHING)
})

test('a customer of blanks is nobody, and nobody is asked for below the limit', () => {
  const till = aTill()
  expect(till.sells(aSale({ customer: { name: ' ', document: null, email: '', phone: null } })).customer).toBeNull()
  expect(till.stores.documents.request(REF, 1).body).not.toContain('customer')
})

test('a till that does not print by itself queues no paper', () => {
  const till = aTill({ printWithinMs: null })
  till.sells()
  expect(till.counts()).toMatchObject({ sale: 1, outbox: 1, print_job: 0 })
})

test.each(['sales', 'documents', 'outbox', 'printJobs'] as const)(
  'the transaction is whole: when %s cannot be written to, nothing is',
  (broken) => {
    const till = aTill()
    const failing = {
      ...till.stores,
      [broken]: {
        ...till.stores[broken],
        insert: () => {
          throw new Error('disk full')
        },
      },
    }
    const complete = completeSale({
      stores: failing,
      unitOfWork: till.unitOfWork,
      clock: till.clock,
      requests: till.requests,
      counter: () => ({ identity: { store: 'T01', till: 'C01', tag: '7QK3F' }, cashier: 'María', printWithinMs: 0 }),
    })
    expect(() => complete(aSale(), [{ method: '01', amount: 1100 }], 'press')).toThrow('disk full')
    expect(till.counts()).toEqual(NOTHING)
    expect(till.sells().saleNumber).toBe(1)
  },
)
