import { expect, test } from 'vitest'
import {
  askedFilters,
  extraFilters,
  NO_FILTERS,
  totalOf,
} from '../../../src/renderer/features/documents/list-filters.ts'

test('empty fields leave nothing out', () => {
  expect([askedFilters(NO_FILTERS), extraFilters(NO_FILTERS)]).toEqual([{ filter: 'all' }, 0])
})

test('every field narrows what the others leave', () => {
  const filters = {
    filter: 'waiting',
    state: 'contingency',
    from: '2026-11-01',
    to: '2026-11-30',
    total: '$1,234.50',
    text: ' peña ',
  } as const
  expect([askedFilters(filters), extraFilters(filters)]).toEqual([
    { filter: 'waiting', state: 'contingency', from: '2026-11-01', to: '2026-11-30', total: 123_450, text: 'peña' },
    4,
  ])
})

test.each([
  ['5.5', 550],
  ['$25,000.00', 2_500_000],
  ['12.345', null],
  ['doce', null],
  ['', null],
])('the amount %j is %j cents', (typed, cents) => {
  expect(totalOf(typed)).toBe(cents)
})

test('an amount that is none yet leaves nothing out', () => {
  expect(askedFilters({ ...NO_FILTERS, total: '12.' })).toEqual({ filter: 'all' })
})
