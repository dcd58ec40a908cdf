import { expect, test } from 'vitest'
import { windowOf } from '#application/sending/ask-cancellation.ts'
import type { CounterType } from '#domain/document/document-type.ts'
import { aCustomer, aTaxpayer } from '../../domain/a-customer.ts'
import { aLine } from '../../domain/a-line.ts'
import { aTill, REF, REF_2, type Till } from '../a-till.ts'
import { codeOf, isStamped, sellsAndStamps, successOf } from '../returning/a-stamped-sale.ts'

const DAY_MS = 86_400_000
const CUSTOMERS = { '01': null, '03': aTaxpayer(1), '11': aCustomer(), '14': aCustomer() } as const

const aStamped = (docType: CounterType): Till => {
  const till = aTill()
  const sale = { docType, lines: [aLine({ unitPrice: 113_000 })], customer: CUSTOMERS[docType] }
  sellsAndStamps(till, sale, [{ method: '01', amount: docType === '11' ? 1_000 : 1_130 }])
  return till
}

/** Sunday 2026-11-22 at 10:45: 92 days on it is 2027-02-22, three months later. */
test.each<[CounterType, number, string, string]>([
  ['01', 92, 'ok', 'cancel_window_closed'],
  ['11', 92, 'ok', 'cancel_window_closed'],
  ['14', 92, 'ok', 'cancel_window_closed'],
  ['03', 1, 'ok', 'ok'],
])('a %s is cancelled %i days later: %s, and the day after: %s', (docType, days, last, after) => {
  const codes = [days, days + 1].map((passed) => {
    const till = aStamped(docType)
    till.passes(passed * DAY_MS)
    return codeOf(till.cancels(REF, 'devolución'))
  })
  expect(codes).toEqual([last, after])
})

test('a credit note is cancelled on its day and the next, and then no more', () => {
  const till = aStamped('03')
  const note = successOf(till.credits(REF)).externalRef
  isStamped(till, 1_130)
  till.passes(2 * DAY_MS)
  expect(codeOf(till.cancels(note, 'por error'))).toBe('cancel_window_closed')
})

test('a CCF with a note is not cancelled under it; with a cancelled one it is', () => {
  const till = aStamped('03')
  successOf(till.credits(REF))
  expect(codeOf(till.cancels(REF, 'devolución'))).toBe('document_has_notes')
  isStamped(till, 1_130)
  successOf(till.cancels(REF_2, 'por error'))
  till.hears({ kind: 'cancelled', automaticNote: null })
  expect(codeOf(till.cancels(REF, 'devolución'))).toBe('ok')
})

test('the window is that of the day that the signed JSON says, and until it is here of the day of the answer', () => {
  const till = aStamped('03')
  const document = till.stores.documents.find(REF)
  if (!document) throw new Error('no document')
  const now = till.clock.now()
  expect([
    windowOf(document, now),
    windowOf({ ...document, fiscalDate: '2026-11-20' }, now),
    windowOf({ ...document, issuedAt: null }, now),
  ]).toEqual([{ kind: 'open', until: '2026-11-23' }, { kind: 'credit_note', since: '2026-11-21' }, null])
})
