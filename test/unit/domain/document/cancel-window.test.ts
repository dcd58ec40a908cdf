import { expect, test } from 'vitest'
import { CANCEL_WINDOWS, type CancelWindow, cancelWindow } from '#domain/document/cancel-window.ts'
import { DOCUMENT_TYPES, type DocumentType } from '#domain/document/document-type.ts'

const at = (local: string): number => Date.parse(`${local}-06:00`)

const LAST_MOMENT = 'T23:59:59.999'
const FIRST_MOMENT = 'T00:00:00'

/** Stamped on, the last day, the day after it, and what comes then. */
const WINDOWS: readonly [DocumentType, string, string, string, CancelWindow['kind']][] = [
  ['01', '2026-11-22', '2027-02-22', '2027-02-23', 'closed'],
  ['01', '2026-11-30', '2027-02-28', '2027-03-01', 'closed'],
  ['01', '2027-11-30', '2028-02-29', '2028-03-01', 'closed'],
  ['01', '2028-02-29', '2028-05-29', '2028-05-30', 'closed'],
  ['01', '2026-08-31', '2026-11-30', '2026-12-01', 'closed'],
  ['03', '2026-11-22', '2026-11-23', '2026-11-24', 'credit_note'],
  ['03', '2026-12-31', '2027-01-01', '2027-01-02', 'credit_note'],
  ['03', '2028-02-28', '2028-02-29', '2028-03-01', 'credit_note'],
  ['05', '2026-11-30', '2026-12-01', '2026-12-02', 'closed'],
  ['11', '2026-12-31', '2027-03-31', '2027-04-01', 'closed'],
  ['14', '2026-11-29', '2027-02-28', '2027-03-01', 'closed'],
]

test.each(WINDOWS)('a %s stamped on %s is cancelled until the end of %s', (docType, stampedOn, last, after, late) => {
  expect([
    cancelWindow(docType, stampedOn, at(stampedOn + FIRST_MOMENT)),
    cancelWindow(docType, stampedOn, at(last + LAST_MOMENT)),
    cancelWindow(docType, stampedOn, at(after + FIRST_MOMENT)),
  ]).toEqual([
    { kind: 'open', until: last },
    { kind: 'open', until: last },
    { kind: late, since: last },
  ])
})

test('three months are always shorter than ninety business days', () => {
  const start = Date.UTC(2026, 0, 1)
  const days = Array.from({ length: 1_461 }, (_, index) => new Date(start + index * 86_400_000))
  /** Not even a holiday taken off: Monday to Friday alone. */
  const ninetyBusinessDaysAfter = (day: Date): string => {
    let [then, counted] = [day.getTime(), 0]
    while (counted < 90) {
      then += 86_400_000
      if (![0, 6].includes(new Date(then).getUTCDay())) counted += 1
    }
    return new Date(then).toISOString().slice(0, 10)
  }
  const late = days.filter(
    (day) => CANCEL_WINDOWS['01'].last(day.toISOString().slice(0, 10)) > ninetyBusinessDaysAfter(day),
  )
  expect(late).toEqual([])
})

test('every window says where it is from', () => {
  expect(DOCUMENT_TYPES.map((docType) => /Ocote API contract|Assumption/.test(CANCEL_WINDOWS[docType].source))).toEqual(
    DOCUMENT_TYPES.map(() => true),
  )
})
