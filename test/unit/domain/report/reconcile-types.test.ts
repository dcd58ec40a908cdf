import { expect, test } from 'vitest'
import { type DaySale, type GivenBack, reconcileDay } from '#domain/report/reconcile-day.ts'

const DATE = '2026-11-22'
type Document = NonNullable<DaySale['document']>

const aSale = (
  saleNumber: number,
  docType: DaySale['docType'],
  total: number,
  document: Partial<Document> = {},
): DaySale => ({
  saleNumber,
  docType,
  total,
  change: 0,
  document: {
    externalRef: `REF-${saleNumber}`,
    state: 'stamped',
    total,
    reportedTotal: total,
    amountsDiffer: false,
    issuedAt: Date.parse(`${DATE}T10:45:00-06:00`),
    fiscalDate: DATE,
    ...document,
  },
})

test('what comes in is the day’s sales; notes and purchases are told by their types and go out of the drawer', () => {
  const report = reconcileDay(
    DATE,
    [aSale(1, '01', 1_000), aSale(2, '03', 11_300), aSale(3, '05', 500), aSale(4, '11', 2_000), aSale(5, '14', 700)],
    [
      { docType: '01', method: '01', amount: 1_000 },
      { docType: '03', method: '05', amount: 11_200 },
      { docType: '05', method: '05', amount: 495 },
      { docType: '11', method: '03', amount: 2_000 },
      { docType: '14', method: '01', amount: 630 },
    ],
    [],
    [],
    [],
  )
  expect(report).toMatchObject({
    sales: { count: 3, amount: 14_300 },
    documents: { count: 3, amount: 14_300 },
    issued: { count: 3, amount: 14_300 },
    types: [
      { docType: '01', count: 1, amount: 1_000 },
      { docType: '03', count: 1, amount: 11_300 },
      { docType: '05', count: 1, amount: 500 },
      { docType: '11', count: 1, amount: 2_000 },
      { docType: '14', count: 1, amount: 700 },
    ],
    methods: [
      { method: '01', amount: 370 },
      { method: '03', amount: 2_000 },
      { method: '05', amount: 10_705 },
    ],
    differences: [],
  })
})

test('what was cancelled on this day goes back the way that it came, whatever its day; a purchase’s and a note’s money comes in again', () => {
  const back: readonly GivenBack[] = [
    { docType: '01', total: 1_100, tenders: [{ method: '01', amount: 2_000 }], change: 900 },
    { docType: '14', total: 700, tenders: [{ method: '01', amount: 630 }], change: 0 },
    { docType: '05', total: 500, tenders: [{ method: '05', amount: 495 }], change: 0 },
  ]
  const { methods, givenBack, sales } = reconcileDay(DATE, [], [], [], back, [])
  expect({ methods, givenBack, sales }).toEqual({
    methods: [
      { method: '01', amount: -470 },
      { method: '05', amount: 495 },
    ],
    givenBack: { count: 3, amount: -100 },
    sales: { count: 0, amount: 0 },
  })
})

test('what is left after a return waits as not issued; what was withdrawn never was', () => {
  const { sales, differences, states } = reconcileDay(
    DATE,
    [
      aSale(1, '01', 1_000, { state: 'cancelling' }),
      aSale(2, '01', 600, { state: 'awaiting', reportedTotal: null, issuedAt: null, fiscalDate: null }),
      aSale(3, '01', 900, { state: 'withdrawn', reportedTotal: null, issuedAt: null, fiscalDate: null }),
    ],
    [],
    [],
    [],
    [],
  )
  expect([sales, differences.map(({ kind, saleNumber }) => `${kind} ${saleNumber}`), states.length]).toEqual([
    { count: 2, amount: 1_600 },
    ['not_issued 2'],
    2,
  ])
})

test('a difference that was settled in cash is in the drawer: out of it for who paid us, into it from whom we paid', () => {
  const { methods } = reconcileDay(
    DATE,
    [],
    [],
    [],
    [],
    [
      { docType: '03', difference: 100 },
      { docType: '01', difference: -30 },
      { docType: '14', difference: 7 },
    ],
  )
  expect(methods).toEqual([{ method: '01', amount: -63 }])
})
