import { expect, test } from 'vitest'
import { sqliteDayBook } from '#adapters/sqlite/day-book.ts'
import { reconcileDay } from '#domain/report/reconcile-day.ts'
import { aTaxpayer } from '../../domain/a-customer.ts'
import { aLineOf } from '../../domain/a-line.ts'
import { aTill, NOW, REF, REF_2, type Till } from '../a-till.ts'
import { refused, rejected } from '../an-outcome.ts'
import { codeOf, isStamped, sellsAndStamps, successOf } from './a-stamped-sale.ts'

/** A CCF over 5.50, and a note over all of it that is still due. */
const aCreditedCcf = () => {
  const till = aTill()
  sellsAndStamps(till, { docType: '03', lines: [aLineOf(550)], customer: aTaxpayer(1) }, [
    { method: '01', amount: 550 },
  ])
  successOf(till.credits(REF))
  return till
}

const placeOf = (till: Till, ref: string): string => {
  const { state, step } = till.stores.outbox.find(ref)
  return `${till.stores.documents.find(ref)?.state}: ${state}, ${step}`
}

const dayOf = ({ connection }: Till) => {
  const book = sqliteDayBook(connection)
  const date = '2026-11-22'
  return reconcileDay(
    date,
    book.sales(date),
    book.tenders(date),
    book.arrivals(date),
    book.givenBack(date),
    book.settled(date),
  )
}

test.each([
  ['refused', refused],
  ['rejected', rejected()],
] as const)(
  'a note that was %s and is given up frees its lines: the CCF can be credited anew, or cancelled',
  (_, outcome) => {
    const till = aCreditedCcf()
    till.hears(outcome)
    expect([codeOf(till.credits(REF)), codeOf(till.cancels(REF, 'error'))]).toEqual([
      'parts_missing',
      'document_has_notes',
    ])
    expect(successOf(till.givesUp(REF_2, ' No la aceptan '))).toEqual(till.stores.documents.find(REF_2))
    expect(placeOf(till, REF_2)).toBe('withdrawn: settled, settle')
    const acts = [...till.stores.journal.between(NOW, NOW + 1)].filter(({ kind }) => kind === 'act')
    expect(acts.at(-1)).toMatchObject({ externalRef: REF_2, facts: { act: 'given_up', reason: 'No la aceptan' } })
    const again = successOf(till.credits(REF))
    isStamped(till, again.totals.total)
    expect(codeOf(till.cancels(REF, 'error'))).toBe('document_has_notes')
    successOf(till.cancels(again.externalRef, 'error'))
    till.hears({ kind: 'cancelled', automaticNote: null })
    successOf(till.cancels(REF, 'error'))
    expect(placeOf(till, REF)).toBe('cancelling: due, cancel')
  },
)

test('a note that was given up counts nowhere in the day, and neither does the money that went out for it', () => {
  const till = aCreditedCcf()
  till.hears(rejected())
  expect(dayOf(till)).toMatchObject({ methods: [{ method: '01', amount: 0 }], differences: [{ kind: 'rejected' }] })
  successOf(till.givesUp(REF_2, 'error'))
  expect(dayOf(till)).toMatchObject({
    types: [{ docType: '03', count: 1, amount: 550 }],
    methods: [{ method: '01', amount: 550 }],
    states: [{ state: 'stamped', count: 1, amount: 550 }],
    differences: [],
  })
})

test('what may still count, and what is no note, is not given up, and nothing is left behind', () => {
  const till = aCreditedCcf()
  const due = codeOf(till.givesUp(REF_2, 'error'))
  till.hears(rejected())
  const withoutReason = codeOf(till.givesUp(REF_2, '  '))
  till.retry(REF_2)
  const retried = codeOf(till.givesUp(REF_2, 'error'))
  isStamped(till, 550)
  till.sells()
  till.hears(refused)
  const invoice = till.stores.documents.unfinished()[0]?.externalRef ?? ''
  const before = [...till.stores.journal.between(NOW, NOW + 1)].length
  expect([
    due,
    withoutReason,
    retried,
    codeOf(till.givesUp(REF_2, 'error')),
    codeOf(till.givesUp(invoice, 'error')),
    codeOf(till.givesUp('none', 'error')),
  ]).toEqual([
    'note_not_given_up',
    'reason_missing',
    'note_not_given_up',
    'note_not_given_up',
    'note_not_given_up',
    'document_unknown',
  ])
  expect([...till.stores.journal.between(NOW, NOW + 1)]).toHaveLength(before)
})

test('given up once, nothing brings it back: neither a retry, nor a late answer, nor another giving up', () => {
  const till = aCreditedCcf()
  const claim = till.claims()
  till.settle(claim, { outcome: refused, httpStatus: 400, raw: null, budget: null })
  successOf(till.givesUp(REF_2, 'error'))
  expect([codeOf(till.retry(REF_2)), codeOf(till.givesUp(REF_2, 'error'))]).toEqual([
    'document_not_retryable',
    'note_not_given_up',
  ])
  till.settle(claim, { outcome: { kind: 'unknown', detail: 'timeout' }, httpStatus: null, raw: null, budget: null })
  expect(placeOf(till, REF_2)).toBe('withdrawn: settled, settle')
})
