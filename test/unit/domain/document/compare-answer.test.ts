import { expect, test } from 'vitest'
import { compareAnswer } from '#domain/document/compare-answer.ts'
import { issuedFacts } from '../a-document.ts'

test.each<[string | null, number | null, boolean, string]>([
  ['REF-1', 1100, false, 'same'],
  ['REF-1', 1100, true, 'same'],
  [null, 1100, false, 'same'],
  ['REF-1', null, false, 'same'],
  ['REF-1', null, true, 'same'],
  ['REF-1', 1099, false, 'amounts_differ'],
  ['REF-1', 1101, false, 'amounts_differ'],
  ['REF-1', 1099, true, 'another_sale'],
  [null, 1101, true, 'another_sale'],
  ['REF-2', 1100, false, 'another_sale'],
  ['ref-1', 1100, false, 'another_sale'],
  ['REF-2', null, true, 'another_sale'],
])(
  'asked for REF-1 over 1100, answered %j over %j, duplicate %s: %s',
  (externalRef, gross, isDuplicate, comparison) => {
    const facts = issuedFacts({ amounts: { taxable: null, vat: null, gross, withheld: null }, isDuplicate })
    expect(compareAnswer({ externalRef: 'REF-1', total: 1100, withheld: 0 }, { externalRef, facts })).toBe(comparison)
  },
)
