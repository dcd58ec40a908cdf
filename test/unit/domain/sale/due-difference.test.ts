import { expect, test } from 'vitest'
import type { FiscalDocument } from '#domain/document/fiscal-document.ts'
import { dueDifference } from '#domain/sale/due-difference.ts'
import { issuedFacts } from '../a-document.ts'

const DOCUMENT: FiscalDocument = {
  externalRef: 'REF',
  docType: '03',
  state: 'stamped',
  total: 11_300,
  withheld: 100,
  origin: null,
  businessDate: '2026-11-22',
  createdAt: 1,
  customer: null,
  revision: 1,
  facts: null,
  issuedAt: 1,
  environment: null,
  fiscalDate: null,
  cancelAskedAt: null,
  cancelledAt: null,
  automaticNote: null,
  remarks: null,
  amountsDiffer: false,
}

const told = (withheld: number | null): Partial<FiscalDocument> => ({
  facts: issuedFacts({ amounts: { taxable: 10_000, vat: 1_300, gross: 11_300, withheld } }),
})

test.each<[string, number, Partial<FiscalDocument>, number]>([
  ['nothing is told yet', 11_200, {}, 0],
  ['the API did not say', 11_200, told(null), 0],
  ['as it was reckoned', 11_200, told(100), 0],
  ['the whole was paid, and a part withheld', 11_300, told(100), 100],
  ['nothing was withheld after all', 11_200, told(0), -100],
  ['a purchase that withheld less', 11_200, { ...told(50), docType: '14' }, -50],
  ['a credit note gives back what was paid', 11_200, { ...told(0), docType: '05' }, 0],
])('%s', (_, paid, changes, difference) => {
  const settlement = { tenders: [{ method: '01' as const, amount: paid }], change: 0, method: '01' as const }
  expect(dueDifference(settlement, { ...DOCUMENT, ...changes })).toBe(difference)
})

test('change is not what was paid', () => {
  const settlement = { tenders: [{ method: '01' as const, amount: 12_000 }], change: 800, method: '01' as const }
  expect(dueDifference(settlement, { ...DOCUMENT, ...told(100) })).toBe(0)
})
