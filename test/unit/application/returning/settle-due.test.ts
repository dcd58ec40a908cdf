import { expect, test } from 'vitest'
import { aTaxpayer } from '../../domain/a-customer.ts'
import { aLineOf } from '../../domain/a-line.ts'
import { aTill, NOW, REF } from '../a-till.ts'
import { codeOf, sellsAndStamps } from './a-stamped-sale.ts'

/** A CCF over 113.00, paid whole, of which the API says that so much was withheld. */
const aPaidCcf = (withheld: number | null, paid = 11_300) => {
  const till = aTill()
  const sale = { docType: '03' as const, lines: [aLineOf(11_300)], customer: aTaxpayer() }
  sellsAndStamps(till, sale, [{ method: '05', amount: paid }], withheld)
  return till
}

test('what was paid too much is settled once, and noted', () => {
  const till = aPaidCcf(100)
  const settled = { difference: 100, how: 'cash', settledAt: NOW }
  expect(till.settlesDue(REF, 'cash')).toEqual({ ok: true, value: settled })
  till.passes(1_000)
  expect(till.settlesDue(REF, 'credit')).toEqual({ ok: true, value: settled })
  const acts = [...till.stores.journal.between(NOW, NOW + 10_000)].filter(({ kind }) => kind === 'act')
  expect(acts.map(({ facts }) => facts)).toEqual([
    { act: 'due_settled', reason: '', difference_cents: 100, how: 'cash' },
  ])
})

test('what was paid too little is below nothing', () => {
  expect(aPaidCcf(0, 11_200).settlesDue(REF, 'credit')).toMatchObject({ ok: true, value: { difference: -100 } })
})

test.each([
  ['as it was reckoned', 100, 11_200],
  ['not told yet', null, 11_300],
] as const)('with a withholding %s there is nothing to settle', (_, withheld, paid) => {
  const till = aPaidCcf(withheld, paid)
  expect([codeOf(till.settlesDue(REF, 'cash')), codeOf(till.settlesDue('none', 'cash'))]).toEqual([
    'nothing_to_settle',
    'document_unknown',
  ])
})
