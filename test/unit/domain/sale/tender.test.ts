import { expect, test } from 'vitest'
import { settleTenders, type Tender } from '#domain/sale/tender.ts'

const cash = (amount: number): Tender => ({ method: '01', amount })
const debit = (amount: number): Tender => ({ method: '02', amount })
const credit = (amount: number): Tender => ({ method: '03', amount })

test.each<[string, Tender[], { change: number; method: string }]>([
  ['exact cash', [cash(1100)], { change: 0, method: '01' }],
  ['a twenty', [cash(2000)], { change: 900, method: '01' }],
  ['a card', [debit(1100)], { change: 0, method: '02' }],
  ['mostly a card', [credit(600), cash(500)], { change: 0, method: '03' }],
  ['mostly cash', [credit(500), cash(600)], { change: 0, method: '01' }],
  [
    'a card and a twenty: 11.00 less 9.00 of change is less than 5.00',
    [debit(900), cash(2000)],
    { change: 1800, method: '02' },
  ],
  [
    'two cards of one kind that together are the largest',
    [credit(300), cash(500), credit(300)],
    { change: 0, method: '03' },
  ],
  ['halves: the first', [debit(550), credit(550)], { change: 0, method: '02' }],
  ['halves: the first, cash too', [cash(550), credit(550)], { change: 0, method: '01' }],
  ['a card and one cent of cash kept', [debit(1099), cash(500)], { change: 499, method: '02' }],
])('11.00 paid with %s', (_, tenders, { change, method }) => {
  expect(settleTenders(1100, tenders)).toEqual({ ok: true, value: { tenders, change, method } })
})

test.each<[string, Tender[], object]>([
  ['nothing', [], { code: 'tender_missing', field: 'tenders' }],
  ['a tender of 0.00', [cash(1100), debit(0)], { code: 'tender_not_positive', field: 'tenders.1.amount' }],
  ['a tender below 0.00', [cash(-5), debit(1105)], { code: 'tender_not_positive', field: 'tenders.0.amount' }],
  [
    'a cent too little',
    [cash(599), debit(500)],
    { code: 'tender_short', field: 'tenders', params: { missing_cents: 1 } },
  ],
  [
    'a card of more than is due',
    [debit(1101)],
    { code: 'tender_exceeds_total', field: 'tenders', params: { excess_cents: 1 } },
  ],
  [
    'a card that alone pays it all, and cash that would all be change',
    [debit(1100), cash(500)],
    { code: 'tender_exceeds_total', field: 'tenders', params: { excess_cents: 500 } },
  ],
  [
    'more change than cash',
    [debit(1200), cash(500)],
    { code: 'tender_exceeds_total', field: 'tenders', params: { excess_cents: 600 } },
  ],
])('11.00 is not paid with %s', (_, tenders, error) => {
  expect(settleTenders(1100, tenders)).toEqual({ ok: false, error })
})
