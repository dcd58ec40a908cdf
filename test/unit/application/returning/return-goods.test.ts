import { expect, test } from 'vitest'
import type { Tender } from '#domain/sale/tender.ts'
import { aTaxpayer } from '../../domain/a-customer.ts'
import { aLine } from '../../domain/a-line.ts'
import { aTill, NOW, REF, REF_2, type Till } from '../a-till.ts'
import { codeOf, isStamped, sellsAndStamps, successOf } from './a-stamped-sale.ts'

const cash = (amount: number): Tender => ({ method: '01', amount })
const card = (amount: number): Tender => ({ method: '03', amount })

/** Three bags of coffee and a cake for 4.00: 20.50. */
const LINES = [aLine({ quantity: 3_000 }), aLine({ description: 'Torta', unitPrice: 40_000 })]

const aStampedSale = (tenders: readonly Tender[] = [cash(2_050)]): Till => {
  const till = aTill()
  sellsAndStamps(till, { lines: LINES, customer: null }, tenders)
  return till
}

const statesOf = (till: Till) =>
  [REF, REF_2].map((ref) => {
    const { state: entry, step } = till.stores.outbox.find(ref)
    return `${till.stores.documents.find(ref)?.state}: ${entry}, ${step}`
  })

test('both halves are saved at once: the cancellation is due, and what is kept waits for it', () => {
  const till = aStampedSale()
  const { rest, back } = successOf(till.returns(REF, { reason: ' Bolsa rota ' }))
  expect(back).toEqual([cash(550)])
  expect(rest).toMatchObject({ externalRef: REF_2, totals: { total: 1_500 }, settlement: { tenders: [cash(1_500)] } })
  expect(till.stores.documents.find(REF_2)).toMatchObject({ origin: { relation: 'replaces', externalRef: REF } })
  expect(JSON.parse(till.stores.documents.request(REF_2, 1).body)).toMatchObject({
    doc_type: '01',
    external_ref: REF_2,
    lines: [
      { description: 'Café molido', quantity: 2, unit_price: 5.5 },
      { description: 'Torta', quantity: 1, unit_price: 4 },
    ],
  })
  expect(statesOf(till)).toEqual(['cancelling: due, cancel', 'awaiting: parked, park'])
  const acts = [...till.stores.journal.between(NOW, NOW + 1)].filter(({ kind }) => kind === 'act')
  expect(acts.map(({ facts }) => facts)).toMatchObject([
    { act: 'return_asked', reason: 'Bolsa rota', rest: REF_2, back_cents: 550 },
  ])
})

test('once the first is cancelled, what is kept goes out by itself', () => {
  const till = aStampedSale()
  successOf(till.returns(REF))
  till.hears({ kind: 'unknown', detail: 'ECONNRESET' }, null)
  expect(statesOf(till)).toEqual(['cancelling: due, cancel', 'awaiting: parked, park'])
  till.passes(60_000)
  till.hears({ kind: 'cancelled', automaticNote: null })
  expect(statesOf(till)).toEqual(['cancelled: settled, settle', 'pending: due, send'])
  isStamped(till, 1_500)
  expect(statesOf(till)).toEqual(['cancelled: settled, settle', 'stamped: settled, settle'])
})

test('a cancellation that meets a conflict is asked about, a few times; where there is none, both halves are as before', () => {
  const till = aStampedSale()
  successOf(till.returns(REF))
  till.hears({ kind: 'conflict', detail: 'en proceso' }, 409)
  expect(statesOf(till)).toEqual(['cancelling: due, confirm', 'awaiting: parked, park'])
  for (const state of ['cancelling: due, confirm', 'cancelling: due, confirm', 'stamped: settled, settle']) {
    till.passes(60_000)
    till.hears({ kind: 'not_cancelled' })
    expect(statesOf(till)[0]).toBe(state)
  }
  expect(statesOf(till)[1]).toBe('withdrawn: settled, settle')
  expect(till.stores.documents.find(REF)).toMatchObject({ cancelAskedAt: null, remarks: { texts: ['en proceso'] } })
  // Nothing was returned after all, so it can be tried again.
  expect(codeOf(till.returns(REF))).toBe('ok')
})

test('a conflict that was a cancellation after all lets what is kept go out', () => {
  const till = aStampedSale()
  successOf(till.returns(REF))
  till.hears({ kind: 'conflict', detail: 'en proceso' }, 409)
  till.passes(60_000)
  till.hears({ kind: 'cancelled', automaticNote: null })
  expect(statesOf(till)).toEqual(['cancelled: settled, settle', 'pending: due, send'])
})

test('a cancellation that the API refuses leaves the sale, and withdraws what was to replace it', () => {
  const till = aStampedSale()
  successOf(till.returns(REF))
  till.hears({ kind: 'cancel_refused', detail: 'El plazo ha vencido' }, 400)
  expect(statesOf(till)).toEqual(['stamped: settled, settle', 'withdrawn: settled, settle'])
})

test('what waits for a cancellation is not sent, not retried and not corrected by anybody', () => {
  const till = aStampedSale()
  successOf(till.returns(REF))
  till.claims()
  expect(till.stores.outbox.claim(NOW + 86_400_000, 10)).toEqual([])
  expect([codeOf(till.retry(REF_2)), codeOf(till.correct(REF_2, null)), codeOf(till.cancels(REF_2, 'x'))]).toEqual([
    'document_not_retryable',
    'document_not_correctable',
    'document_not_cancellable',
  ])
})

test('the money goes back the way that it came, the cash first', () => {
  const till = aStampedSale([card(1_650), cash(500)])
  const { rest, back } = successOf(till.returns(REF))
  expect([back, rest.settlement.tenders, rest.settlement.change]).toEqual([[cash(400), card(150)], [card(1_500)], 0])
})

test('one press is one return, however often it comes', () => {
  const till = aStampedSale()
  const [first, again] = [till.returns(REF, { attemptId: 'one' }), till.returns(REF, { attemptId: 'one' })]
  expect(successOf(again)).toEqual(successOf(first))
  expect(till.counts()).toMatchObject({ sale: 2, fiscal_document: 2 })
})

test('what was replaced once can be returned from again', () => {
  const till = aStampedSale()
  successOf(till.returns(REF))
  till.hears({ kind: 'cancelled', automaticNote: null })
  isStamped(till, 1_500)
  const { rest, back } = successOf(till.returns(REF_2))
  expect([rest.totals.total, back]).toEqual([950, [cash(550)]])
})

test('a buyer who withheld gets back no more than they paid, and what is kept stays paid', () => {
  const till = aTill()
  const lines = [aLine({ description: 'Cemento', unitPrice: 11_300_000 }), aLine()]
  sellsAndStamps(till, { lines, customer: { ...aTaxpayer(), document: { type: '36', number: '06141503851010' } } }, [
    { method: '05', amount: 112_545 },
  ])
  const { rest, back } = successOf(till.returns(REF, { parts: [{ position: 1, quantity: 1_000 }] }))
  const paid = (tenders: readonly Tender[]) => tenders.reduce((sum, { amount }) => sum + amount, 0)
  expect([rest.totals.total, paid(rest.settlement.tenders) + paid(back)]).toEqual([113_000, 112_545])
})

test('what cannot come back is said, and leaves nothing behind', () => {
  const till = aStampedSale()
  const ccf = sellsAndStamps(till, { docType: '03', lines: LINES, customer: aTaxpayer(1) }, [cash(2_050)])
  const unsent = till.sells({ lines: LINES, customer: null }, [cash(2_050)])
  const before = till.counts()
  const all = [
    { position: 0, quantity: 3_000 },
    { position: 1, quantity: 1_000 },
  ]
  expect([
    codeOf(till.returns(REF, { reason: '' })),
    codeOf(till.returns('none')),
    codeOf(till.returns(ccf.externalRef)),
    codeOf(till.returns(unsent.externalRef)),
    codeOf(till.returns(REF, { parts: [] })),
    codeOf(till.returns(REF, { parts: all })),
    codeOf(till.returns(REF, { parts: [{ position: 1, quantity: 1_001 }] })),
  ]).toEqual([
    'reason_missing',
    'document_unknown',
    'document_not_returnable',
    'document_not_cancellable',
    'parts_missing',
    'return_is_whole',
    'part_exceeds_line',
  ])
  till.passes(93 * 86_400_000)
  expect(codeOf(till.returns(REF))).toBe('cancel_window_closed')
  expect(till.counts()).toEqual(before)
})

test('the transaction is whole: where the cancellation cannot be placed there is no second document', () => {
  const till = aStampedSale()
  const before = till.counts()
  till.connection.exec(`CREATE TEMP TRIGGER no_cancel BEFORE UPDATE ON outbox WHEN new.step = 'cancel'
                        BEGIN SELECT RAISE (ABORT, 'full'); END`)
  expect(() => till.returns(REF)).toThrow('full')
  expect([till.counts(), till.stores.documents.find(REF)?.state]).toEqual([before, 'stamped'])
})
