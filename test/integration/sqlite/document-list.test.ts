import { expect, test } from 'vitest'
import { sqliteDocumentList } from '#adapters/sqlite/document-list.ts'
import type { DocumentList, DocumentPage, DocumentQuery } from '#application/ports/document-list.ts'
import { DOCUMENT_STATES } from '#domain/document/document-state.ts'
import type { Outcome } from '#domain/document/outcome.ts'
import { fillWithSales } from '../../bench/fill-with-sales.ts'
import { aSale, aTill, NOW, REF, REF_2 } from '../../unit/application/a-till.ts'
import { inContingency, refused, rejected, stamped, unknown } from '../../unit/application/an-outcome.ts'
import { aCustomer } from '../../unit/domain/a-customer.ts'
import { aLine } from '../../unit/domain/a-line.ts'

const DAY_MS = 86_400_000

const aTillOfAllKinds = () => {
  const till = aTill()
  for (const outcome of [stamped(), refused, unknown, inContingency(), rejected()]) {
    const document = outcome.kind === 'rejected' ? { type: '13' as const, number: '04826193-3' } : null
    till.sells(aSale({ customer: aCustomer({ name: `Cliente ${outcome.kind}`, document }) }))
    till.hears(outcome)
    till.passes(1)
  }
  till.sells()
  return { till, list: sqliteDocumentList(till.connection) }
}

const everything: DocumentQuery = {
  states: DOCUMENT_STATES,
  text: null,
  from: null,
  to: null,
  docType: null,
  totalFrom: null,
  totalTo: null,
  after: null,
  most: 100,
}

const numbersOf = (list: DocumentList) => (query: Partial<DocumentQuery>) =>
  list.page({ ...everything, ...query }).documents.map(({ saleNumber }) => saleNumber)

test('newest first, by state, and by what is typed: numbers, beginnings of refs, words of a name', () => {
  const { list } = aTillOfAllKinds()
  const numbers = numbersOf(list)
  expect({
    all: numbers({}),
    two: numbers({ most: 2 }),
    parked: numbers({ states: ['refused', 'rejected'] }),
    stamped: numbers({ states: ['stamped'] }),
    none: numbers({ states: [] }),
    saleNumber: numbers({ text: '000003' }),
    runningNumber: numbers({ text: '1' }),
    controlNumber: numbers({ text: 'dte-01-' }),
    wholeRef: numbers({ text: REF_2 }),
    beginningOfRef: numbers({ text: 't01-c01-20261122-00000' }),
    store: numbers({ text: 't01' }),
    storeWithoutLast: numbers({ text: 'T0' }),
    runningNumberAndTag: numbers({ text: '000002-7qk3f' }),
    dayAndRunningNumber: numbers({ text: '20261122-000003' }),
    otherBeginning: numbers({ text: 'T02-' }),
    name: numbers({ text: 'cliente re' }),
    accents: numbers({ text: 'CLIÉNTE unknown' }),
    customersDocument: numbers({ text: '04826193-3' }),
    itsDigits: numbers({ text: '048261933' }),
    signs: numbers({ text: '%' }),
    nothing: numbers({ text: "' OR 1=1 --" }),
  }).toEqual({
    all: [6, 5, 4, 3, 2, 1],
    two: [6, 5],
    parked: [5, 2],
    stamped: [1],
    none: [],
    saleNumber: [3],
    runningNumber: [4, 1],
    controlNumber: [4, 1],
    wholeRef: [2],
    beginningOfRef: [6, 5, 4, 3, 2, 1],
    store: [6, 5, 4, 3, 2, 1],
    storeWithoutLast: [6, 5, 4, 3, 2, 1],
    runningNumberAndTag: [2],
    dayAndRunningNumber: [3],
    otherBeginning: [],
    name: [5, 2],
    accents: [3],
    customersDocument: [5],
    itsDigits: [5],
    signs: [],
    nothing: [],
  })
})

test('filters combine, and dates are the business day’s even where the clock was set back', () => {
  const { till, list } = aTillOfAllKinds()
  till.passes(DAY_MS)
  till.sells(aSale({ lines: [aLine({ quantity: 1000 })] }), [{ method: '01', amount: 550 }])
  till.passes(-DAY_MS)
  till.sells()
  till.passes(2 * DAY_MS)
  till.sells()
  const numbers = numbersOf(list)
  expect({
    theDay: numbers({ from: '2026-11-22', to: '2026-11-22' }),
    nextDay: numbers({ from: '2026-11-23', to: '2026-11-23' }),
    since: numbers({ from: '2026-11-23' }),
    until: numbers({ to: '2026-11-22' }),
    never: numbers({ from: '2026-11-25' }),
    amount: numbers({ totalFrom: 550, totalTo: 550 }),
    amounts: numbers({ totalFrom: 500, totalTo: 600 }),
    amountsUpTo: numbers({ totalTo: 1099 }),
    amountsFrom: numbers({ totalFrom: 551, from: '2026-11-23' }),
    noAmount: numbers({ totalFrom: 1101 }),
    turnedRound: numbers({ totalFrom: 600, totalTo: 500 }),
    amountsAndState: numbers({ totalFrom: 500, totalTo: 1200, states: ['rejected'] }),
    amountAndState: numbers({ totalFrom: 1100, totalTo: 1100, states: ['pending', 'rejected'] }),
    amountAndDay: numbers({ totalFrom: 1100, totalTo: 1100, from: '2026-11-24' }),
    nameAndState: numbers({ text: 'cliente', states: ['stamped', 'contingency'] }),
    refAndAmount: numbers({ text: 'T01-C01-', totalFrom: 550, totalTo: 550 }),
    everyOne: numbers({
      text: 'cliente',
      states: ['refused'],
      totalFrom: 1100,
      totalTo: 1100,
      from: '2026-11-22',
      to: '2026-11-22',
    }),
  }).toEqual({
    theDay: [8, 6, 5, 4, 3, 2, 1],
    nextDay: [7],
    since: [9, 7],
    until: [8, 6, 5, 4, 3, 2, 1],
    never: [],
    amount: [7],
    amounts: [7],
    amountsUpTo: [7],
    amountsFrom: [9],
    noAmount: [],
    turnedRound: [],
    amountsAndState: [5],
    amountAndState: [9, 8, 6, 5],
    amountAndDay: [9],
    nameAndState: [4, 1],
    refAndAmount: [7],
    everyOne: [2],
  })
})

const walked = (list: DocumentList, query: Partial<DocumentQuery>, most: number): number[][] => {
  const pages: number[][] = []
  let after: string | null = null
  do {
    const page: DocumentPage = list.page({ ...everything, ...query, after, most })
    pages.push(page.documents.map(({ saleNumber }) => saleNumber))
    after = page.next
  } while (after !== null)
  return pages
}

test.each([
  [
    'everything',
    {},
    [
      [6, 5],
      [4, 3],
      [2, 1],
    ],
  ],
  ['three states', { states: ['pending', 'refused', 'rejected'] }, [[6, 5], [2]]],
  [
    'an amount',
    { totalFrom: 1100, totalTo: 1100 },
    [
      [6, 5],
      [4, 3],
      [2, 1],
    ],
  ],
  [
    'a ref',
    { text: 'T01-' },
    [
      [6, 5],
      [4, 3],
      [2, 1],
    ],
  ],
  ['a control number', { text: 'DTE-' }, [[4, 1]]],
  ['a name', { text: 'cliente' }, [[5, 4], [3, 2], [1]]],
] as const)('the pages of %s are all of it, each document once', (_, query, pages) => {
  const { list } = aTillOfAllKinds()
  expect(walked(list, query, 2)).toEqual(pages)
})

test('a range that most amounts lie in is looked through newest first, so many documents a page', () => {
  const till = aTill()
  fillWithSales(till.connection, 6_000)
  const list = sqliteDocumentList(till.connection)
  const found = walked(list, { totalFrom: 150, totalTo: 5_900 }, 100).flat()
  expect([found.length, found[0], found.at(-1)]).toEqual([5_751, 5_800, 50])
  expect(found).toEqual(found.toSorted((one, other) => other - one))
  const few = walked(list, { totalFrom: 150, totalTo: 160 }, 3)
  expect(few.flat()).toEqual([60, 59, 58, 57, 56, 55, 54, 53, 52, 51, 50])
})

test('a page looks at so many documents and no further, and says where it ended', () => {
  const till = aTill()
  const customer = aCustomer({ name: 'Cliente frecuente' })
  till.unitOfWork.run(() => {
    for (let sale = 0; sale < 600; sale += 1) till.sells(aSale({ customer }))
  })
  till.hears(rejected())
  const list = sqliteDocumentList(till.connection)
  const asked = { ...everything, text: 'frecuente', states: ['rejected'] as const }
  const first = list.page(asked)
  const second = list.page({ ...asked, after: first.next })
  expect([first.documents, first.next, second.documents.map(({ saleNumber }) => saleNumber), second.next]).toEqual([
    [],
    '101',
    [1],
    null,
  ])
})

test('one type of document is found among the others, in any state and page after page', () => {
  const till = aTill()
  const customer = aCustomer({ document: { type: '03', number: 'A1234567' } })
  for (let sale = 0; sale < 6; sale += 1)
    till.sells(sale % 3 === 0 ? aSale({ customer, docType: '11' }) : aSale({ customer }))
  const list = sqliteDocumentList(till.connection)
  const numbers = numbersOf(list)
  const first = list.page({ ...everything, docType: '01', most: 3 })
  expect({
    exports: numbers({ docType: '11' }),
    purchases: numbers({ docType: '14' }),
    exportsSent: numbers({ docType: '11', states: ['stamped'] }),
    invoices: numbers({ docType: '01', most: 3 }),
    invoicesAfter: numbers({ docType: '01', most: 3, after: first.next }),
  }).toEqual({ exports: [4, 1], purchases: [], exportsSent: [], invoices: [6, 5, 3], invoicesAfter: [2] })
})

test('a corrected customer is found by the new name, and no longer by the old', () => {
  const { till, list } = aTillOfAllKinds()
  till.correct(REF_2, aCustomer({ name: 'Ñandú Peña' }))
  const numbers = numbersOf(list)
  expect([numbers({ text: 'nandu' }), numbers({ text: 'cliente refused' })]).toEqual([[2], []])
})

test('a summary, the counts and the oldest that waits', () => {
  const { list } = aTillOfAllKinds()
  expect(list.summary(REF_2)).toEqual({
    externalRef: REF_2,
    saleNumber: 2,
    docType: '01',
    origin: null,
    withheld: 0,
    reportedWithheld: null,
    dueDifference: 0,
    state: 'refused',
    total: 1100,
    businessDate: '2026-11-22',
    createdAt: NOW + 1,
    customerName: 'Cliente refused',
    customerDocument: null,
    controlNumber: null,
    generationCode: null,
    receptionStamp: null,
    issuedAt: null,
    fiscalDate: null,
    reportedTotal: null,
    attempts: 1,
    nextTryAt: null,
    remarks: { code: '', texts: ['customer.email: no es válido'] },
    amountsDiffer: false,
  })
  expect(list.summary(`${REF}X`)).toBeNull()
  expect([list.counts(), list.oldestWaitingAt()]).toEqual([
    {
      pending: 1,
      unknown: 1,
      contingency: 1,
      stamped: 1,
      rejected: 1,
      refused: 1,
      alarm: 0,
      awaiting: 0,
      withdrawn: 0,
      cancelling: 0,
      cancelled: 0,
    },
    NOW + 2,
  ])
})

test('the Ministry is silent since the first of the newest documents that are all in contingency', () => {
  const till = aTill()
  const list = sqliteDocumentList(till.connection)
  const hears = (outcome: Outcome) => {
    till.sells()
    till.hears(outcome)
    till.passes(1)
    return list.ministrySilentSince()
  }
  expect([hears(stamped()), hears(inContingency()), hears(inContingency()), hears(unknown), hears(stamped())]).toEqual([
    null,
    NOW + 1,
    NOW + 1,
    NOW + 1,
    null,
  ])
  expect([list.inContingencySince(NOW), list.inContingencySince(NOW + 1), list.inContingencySince(NOW + 2)]).toEqual([
    0, 1, 2,
  ])
})

test('what is not issued is told by day, with the oldest of each', () => {
  const { till, list } = aTillOfAllKinds()
  expect([list.unissued('2026-11-22'), list.unissued('2026-11-23')]).toEqual([
    { today: 4, todaySince: NOW + 1, earlierDays: null, earlierMonths: null },
    { today: 0, todaySince: null, earlierDays: { count: 4, since: '2026-11-22' }, earlierMonths: null },
  ])
  till.passes(DAY_MS)
  till.sells()
  expect(list.unissued('2026-11-23')).toEqual({
    today: 1,
    todaySince: NOW + 5 + DAY_MS,
    earlierDays: { count: 4, since: '2026-11-22' },
    earlierMonths: null,
  })
  till.passes(9 * DAY_MS)
  till.sells()
  till.passes(DAY_MS)
  expect(list.unissued('2026-12-03')).toEqual({
    today: 0,
    todaySince: null,
    earlierDays: { count: 1, since: '2026-12-02' },
    earlierMonths: { count: 5, since: '2026-11-22' },
  })
})
