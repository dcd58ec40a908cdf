import { expect, test } from 'vitest'
import { aTaxpayer } from '../../domain/a-customer.ts'
import { aLine, amountOff } from '../../domain/a-line.ts'
import { aTill, NOW, REF, REF_2 } from '../a-till.ts'
import { codeOf, isStamped, sellsAndStamps, successOf } from './a-stamped-sale.ts'

const cash = (amount: number) => [{ method: '01' as const, amount }]

/** Three bags of coffee at 5.50 and cement for 96.50: 113.00, of which a large buyer withholds 1.00. */
const aStampedCcf = () => {
  const till = aTill()
  const lines = [aLine({ quantity: 3_000 }), aLine({ description: 'Cemento', unitPrice: 965_000 })]
  sellsAndStamps(till, { docType: '03', lines, customer: aTaxpayer() }, cash(11_200), 100)
  return till
}

const bodyOf = (till: ReturnType<typeof aTill>, ref: string): unknown =>
  JSON.parse(till.stores.documents.request(ref, 1).body)

test('a note over part of a CCF is a document of its own, saved like a sale: linked, frozen, due, noted with its reason', () => {
  const till = aStampedCcf()
  const note = successOf(till.credits(REF, { parts: [{ position: 0, quantity: 1_000 }], reason: ' Bolsa rota ' }))
  expect(till.stores.documents.find(REF_2)).toMatchObject({
    docType: '05',
    state: 'pending',
    total: 550,
    withheld: 5,
    origin: { relation: 'credits', externalRef: REF },
    customer: aTaxpayer(),
  })
  expect(note).toMatchObject({ externalRef: REF_2, settlement: { tenders: cash(545) } })
  expect(bodyOf(till, REF_2)).toEqual({
    external_ref: REF_2,
    document_id: REF,
    full_adjustment: false,
    lines: [{ description: 'Café molido', quantity: 1, unit_price: 5.5 }],
  })
  expect(till.stores.outbox.find(REF_2)).toMatchObject({ state: 'due', step: 'send' })
  const acts = [...till.stores.journal.between(NOW, NOW + 1)].filter(({ kind }) => kind === 'act')
  expect(acts.map(({ facts }) => facts)).toEqual([
    { act: 'credited', reason: 'Bolsa rota', note: REF_2, total_cents: 550 },
  ])
})

test('a note over all of it says so, and names no line', () => {
  const till = aStampedCcf()
  const note = successOf(till.credits(REF))
  expect(note).toMatchObject({ totals: { total: 11_300 }, withheld: 100, settlement: { tenders: cash(11_200) } })
  expect(bodyOf(till, REF_2)).toEqual({ external_ref: REF_2, document_id: REF, full_adjustment: true })
})

test('what is left after a note is credited by name, and all notes together give back what was paid', () => {
  const till = aStampedCcf()
  const first = successOf(till.credits(REF, { parts: [{ position: 0, quantity: 2_000 }] }))
  const rest = successOf(till.credits(REF))
  expect([first, rest].map(({ totals, withheld }) => [totals.total, withheld])).toEqual([
    [1_100, 10],
    [10_200, 90],
  ])
  expect(codeOf(till.credits(REF))).toBe('parts_missing')
  expect(bodyOf(till, rest.externalRef)).toMatchObject({ full_adjustment: false })
})

test('a line with cents taken off is credited in thirds that come to the whole', () => {
  const till = aTill()
  const lines = [aLine({ quantity: 3_000, discount: amountOff(100) })]
  sellsAndStamps(till, { docType: '03', lines, customer: aTaxpayer(1) }, cash(1_550))
  const third = { position: 0, quantity: 1_000 }
  const totals = [1, 2, 3].map(() => successOf(till.credits(REF, { parts: [third] })).totals.total)
  expect([totals, codeOf(till.credits(REF, { parts: [third] }))]).toEqual([[517, 516, 517], 'part_exceeds_line'])
})

test('a note that was cancelled takes nothing back', () => {
  const till = aStampedCcf()
  successOf(till.credits(REF))
  isStamped(till, 11_300)
  expect(codeOf(till.credits(REF))).toBe('parts_missing')
  successOf(till.cancels(REF_2, 'por error'))
  expect(codeOf(till.credits(REF))).toBe('parts_missing')
  till.hears({ kind: 'cancelled', automaticNote: null })
  expect(successOf(till.credits(REF)).totals.total).toBe(11_300)
})

test('one press is one note, however often it comes', () => {
  const till = aStampedCcf()
  const press = { attemptId: 'one', parts: [{ position: 0, quantity: 1_000 }] }
  expect(successOf(till.credits(REF, press))).toEqual(successOf(till.credits(REF, press)))
  expect(till.counts()).toMatchObject({ sale: 2, fiscal_document: 2 })
})

test('what cannot be credited is said, and leaves nothing behind', () => {
  const till = aStampedCcf()
  const unstamped = till.sells({ docType: '03', lines: [aLine()], customer: aTaxpayer(1) }, cash(550))
  const invoice = till.sells({ lines: [aLine()], customer: null }, cash(550))
  const before = till.counts()
  expect([
    codeOf(till.credits(REF, { reason: '  ' })),
    codeOf(till.credits('none')),
    codeOf(till.credits(invoice.externalRef)),
    codeOf(till.credits(unstamped.externalRef)),
    codeOf(till.credits(REF, { parts: [{ position: 7, quantity: 1 }] })),
    codeOf(till.credits(REF, { parts: [{ position: 0, quantity: 3_001 }] })),
    codeOf(till.credits(REF, { parts: [{ position: 0, quantity: 0 }] })),
  ]).toEqual([
    'reason_missing',
    'document_unknown',
    'document_not_creditable',
    'document_not_stamped',
    'part_unknown',
    'part_exceeds_line',
    'part_not_positive',
  ])
  expect(till.counts()).toEqual(before)
})

test('the transaction is whole: a note whose line in the journal cannot be written is not there', () => {
  const till = aStampedCcf()
  const before = till.counts()
  till.connection.exec(`CREATE TEMP TRIGGER no_acts BEFORE INSERT ON journal WHEN new.kind = 'act'
                        BEGIN SELECT RAISE (ABORT, 'full'); END`)
  expect(() => till.credits(REF)).toThrow('full')
  expect(till.counts()).toEqual(before)
})
