import { expect, test } from 'vitest'
import {
  askedFilters,
  extraFilters,
  NO_FILTERS,
  wrongTotals,
} from '../../../src/renderer/features/documents/list-filters.ts'
import { readAmount } from '../../../src/renderer/features/documents/read-amount.ts'

test('empty fields leave nothing out', () => {
  expect([askedFilters(NO_FILTERS), extraFilters(NO_FILTERS)]).toEqual([{ filter: 'all' }, 0])
})

test('every field narrows what the others leave', () => {
  const filters = {
    filter: 'all',
    state: 'contingency',
    docType: '03',
    from: '2026-11-01',
    to: '2026-11-30',
    totalFrom: '$1,234.50',
    totalTo: '2000',
    text: ' peña ',
  } as const
  expect([askedFilters(filters), extraFilters(filters)]).toEqual([
    {
      filter: 'all',
      state: 'contingency',
      docType: '03',
      from: '2026-11-01',
      to: '2026-11-30',
      totalFrom: 123_450,
      totalTo: 200_000,
      text: 'peña',
    },
    6,
  ])
})

test.each([
  ['5.5', 550],
  ['12.', 1_200],
  ['$25,000.00', 2_500_000],
  [' $ 1,234', 123_400],
  ['12,50', 1_250],
  ['12,5', 1_250],
  ['1234,50', 123_450],
  ['12,', 1_200],
  ['12.345', null],
  ['12,3456', null],
  ['1234,500', null],
  ['1,23,456', null],
  ['1.234,50', null],
  ['1,234,50', null],
  ['1 234', null],
  ['-5', null],
  ['doce', null],
  ['', null],
])('the amount %j is %j cents', (typed, cents) => {
  expect(readAmount(typed)).toBe(cents)
})

test('while an amount is wrong nothing is asked for, and it is said which', () => {
  const wrong = [
    { totalFrom: 'doce' },
    { totalTo: '12.345' },
    { totalFrom: '20', totalTo: '10' },
    { totalFrom: '10', totalTo: '10' },
  ].map((totals) => ({ ...NO_FILTERS, ...totals }))
  expect(wrong.map((filters) => [askedFilters(filters), wrongTotals(filters)])).toEqual([
    [null, { totalFrom: 'unread', totalTo: null }],
    [null, { totalFrom: null, totalTo: 'unread' }],
    [null, { totalFrom: null, totalTo: 'below' }],
    [
      { filter: 'all', totalFrom: 1_000, totalTo: 1_000 },
      { totalFrom: null, totalTo: null },
    ],
  ])
})
