import { expect, test } from 'vitest'
import { type DaySale, reconcileDay as reconcile } from '#domain/report/reconcile-day.ts'
import type { Tender } from '#domain/sale/tender.ts'

const DATE = '2026-11-22'
const ISSUED = Date.parse('2026-11-22T10:45:00-06:00')

const reconcileDay = (date: string, sales: readonly DaySale[], tenders: readonly Tender[]) =>
  reconcile(
    date,
    sales,
    tenders.map((tender) => ({ docType: '01', ...tender })),
    [],
    [],
    [],
  )

const aSale = (saleNumber: number, document: Partial<DaySale['document'] & object> | null, total = 1_000): DaySale => ({
  saleNumber,
  docType: '01',
  total,
  change: 0,
  document: document && {
    externalRef: `REF-${saleNumber}`,
    state: 'stamped',
    total,
    reportedTotal: total,
    amountsDiffer: false,
    issuedAt: ISSUED,
    fiscalDate: DATE,
    ...document,
  },
})

test('a day on which every sale has its invoice has no difference', () => {
  const report = reconcileDay(
    DATE,
    [aSale(1, {}), aSale(2, {}, 550)],
    [
      { method: '01', amount: 1_000 },
      { method: '02', amount: 550 },
    ],
  )
  expect(report).toEqual({
    date: DATE,
    sales: { count: 2, amount: 1_550 },
    documents: { count: 2, amount: 1_550 },
    issued: { count: 2, amount: 1_550 },
    givenBack: { count: 0, amount: 0 },
    types: [{ docType: '01', count: 2, amount: 1_550 }],
    methods: [
      { method: '01', amount: 1_000 },
      { method: '02', amount: 550 },
    ],
    states: [{ state: 'stamped', count: 2, amount: 1_550 }],
    differences: [],
    otherDays: [],
    arrivals: [],
  })
})

test('change is taken off what was given in cash', () => {
  const sale = { ...aSale(1, {}), change: 1_000 }
  expect(reconcileDay(DATE, [sale], [{ method: '01', amount: 2_000 }]).methods).toEqual([
    { method: '01', amount: 1_000 },
  ])
})

test('every difference is listed, the gravest kind first, with what each side says', () => {
  const pending = { state: 'pending', reportedTotal: null, issuedAt: null, fiscalDate: null } as const
  const { differences, issued, sales, documents } = reconcileDay(
    DATE,
    [
      aSale(1, { ...pending, state: 'unknown' }),
      aSale(2, pending),
      aSale(3, { state: 'cancelled' }),
      aSale(4, { ...pending, state: 'refused' }),
      aSale(5, { ...pending, state: 'rejected' }),
      aSale(6, { amountsDiffer: true, reportedTotal: 1_001 }),
      aSale(7, { ...pending, state: 'alarm' }),
      aSale(8, null),
      aSale(9, { reportedTotal: null }),
      aSale(10, { total: 999 }),
      aSale(11, { state: 'contingency' }),
      aSale(12, { state: 'cancelling' }),
    ],
    [],
  )
  expect(differences.map(({ kind, saleNumber }) => `${kind} ${saleNumber}`)).toEqual([
    'without_document 8',
    'alarm 7',
    'amounts_differ 6',
    'amounts_differ 10',
    'rejected 5',
    'refused 4',
    'not_issued 1',
    'not_issued 2',
    'cancelled 3',
    'amount_untold 9',
  ])
  expect(differences[2]).toEqual({
    kind: 'amounts_differ',
    saleNumber: 6,
    externalRef: 'REF-6',
    total: 1_000,
    reportedTotal: 1_001,
  })
  expect({ sales, documents, issued }).toEqual({
    sales: { count: 12, amount: 12_000 },
    documents: { count: 11, amount: 10_999 },
    issued: { count: 4, amount: 4_001 },
  })
})

test('a sale with several documents counts once, its documents each', () => {
  const { sales, documents } = reconcileDay(DATE, [aSale(1, {}), aSale(1, { externalRef: 'REF-1B' })], [])
  expect([sales, documents]).toEqual([
    { count: 1, amount: 1_000 },
    { count: 2, amount: 2_000 },
  ])
})

test('another fiscal date is told: from the signed JSON, or else estimated from the day of issue', () => {
  const nextDay = Date.parse('2026-11-23T00:10:00-06:00')
  const { otherDays } = reconcileDay(
    DATE,
    [
      aSale(1, { fiscalDate: '2026-11-23' }),
      aSale(2, { fiscalDate: null, issuedAt: nextDay }),
      aSale(3, { fiscalDate: null }),
      aSale(4, { state: 'pending', fiscalDate: null, issuedAt: null }),
      aSale(5, { issuedAt: nextDay }),
    ],
    [],
  )
  expect(otherDays.map(({ saleNumber, fiscalDate, isEstimated }) => [saleNumber, fiscalDate, isEstimated])).toEqual([
    [1, '2026-11-23', false],
    [2, '2026-11-23', true],
  ])
})

test('a sale that differs in two ways is listed for both', () => {
  const report = reconcileDay(DATE, [aSale(1, { state: 'cancelled', amountsDiffer: true, reportedTotal: 1_001 })], [])
  expect(report.differences.map(({ kind }) => kind)).toEqual(['amounts_differ', 'cancelled'])
})
