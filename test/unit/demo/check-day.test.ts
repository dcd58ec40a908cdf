import { expect, test } from 'vitest'
import { checkDay, type DaySale, type LedgerRow } from '../../demo/check-day.ts'

const sale = (changes: Partial<DaySale> = {}): DaySale => ({
  externalRef: 'T01-C01-20261120-000001-DEMO1',
  docType: '01',
  act: 'an invoice',
  about: '',
  total: 123_456,
  state: 'stamped',
  controlNumber: 'DTE-01-M001P001-000000000000001',
  papers: [{ paper: 'ticket', state: 'printed' }],
  ...changes,
})

const document = (changes: Partial<LedgerRow> = {}): LedgerRow => ({
  externalRef: 'T01-C01-20261120-000001-DEMO1',
  automatic: false,
  relatedTo: null,
  total: '1234.56',
  state: 'stamped',
  controlNumber: 'DTE-01-M001P001-000000000000001',
  ...changes,
})

test('a day in order has nothing wrong with it', () => {
  expect(checkDay([sale()], [document()])).toEqual([])
})

test.each<[string, readonly DaySale[], readonly LedgerRow[], RegExp]>([
  ['a sale that was lost', [sale()], [], /LOST/],
  [
    'a sale issued twice',
    [sale()],
    [document(), document({ controlNumber: 'DTE-01-M001P001-000000000000002' })],
    /issued 2 times/,
  ],
  ['another amount', [sale()], [document({ total: '1234.55' })], /issued for 1234\.55, sold for 1,234\.56/],
  ['a state that differs', [sale({ state: 'unknown' })], [document()], /unknown here, stamped there/],
  ['another number', [sale({ controlNumber: 'X' })], [document()], /X here/],
  ['a paper that never came out', [sale({ papers: [{ paper: 'slip', state: 'failed' }] })], [document()], /no paper/],
  ['a document of no sale', [], [document()], /of no sale/],
  ['a ref used twice', [sale(), sale()], [document()], /share a ref/],
])('%s is found', (_, sales, ledger, finding) => {
  expect(checkDay(sales, ledger).join('\n')).toMatch(finding)
})
