import { expect, test } from 'vitest'
import type { Contributor } from '#domain/customer/taxpayer.ts'
import { DOCUMENT_TYPES, type DocumentType } from '#domain/document/document-type.ts'
import { estimateWithheld } from '#domain/tax/withholding.ts'
import { aLine, aLineOf, percent } from '../a-line.ts'

test.each<[string, DocumentType, number, Contributor | null, number]>([
  ['a large buyer of 113.00, of which 100.00 is the net', '03', 11_300, 3, 100],
  ['the government', '03', 11_300, 4, 100],
  ['on an invoice too', '01', 11_300, 3, 100],
  ['a cent of net below 100.00', '03', 11_298, 3, 0],
  ['a cent above', '03', 11_301, 3, 100],
  ['half a cent is rounded up', '03', 11_357, 3, 101],
  ['a small one', '03', 11_300, 1, 0],
  ['a medium one', '03', 11_300, 2, 0],
  ['nobody', '01', 11_300, null, 0],
  ['a credit note', '05', 11_300, 3, 0],
  ['an export', '11', 11_300, 3, 0],
])('VAT withheld by %s: a %s over %i cents', (_, docType, total, contributor, withheld) => {
  expect(estimateWithheld(docType, [aLineOf(total)], contributor)).toBe(withheld)
})

test('ten per cent of the services of a purchase is withheld, rounded once over all of them', () => {
  const service = (cents: number) => ({ ...aLineOf(cents), isService: true as const })
  expect([
    estimateWithheld('14', [service(6_000), aLineOf(4_000)], null),
    estimateWithheld('14', [service(5), service(5), service(5)], null),
    estimateWithheld('14', [service(4)], null),
    estimateWithheld('14', [{ ...aLine({ unitPrice: 100_000, discount: percent(1_000) }), isService: true }], null),
    estimateWithheld('14', [aLineOf(6_000)], null),
  ]).toEqual([600, 2, 0, 90, 0])
})

test('a service is only withheld from where it is bought', () => {
  const bought = DOCUMENT_TYPES.filter(
    (docType) => estimateWithheld(docType, [{ ...aLineOf(6_000), isService: true }], null) > 0,
  )
  expect(bought).toEqual(['14'])
})
