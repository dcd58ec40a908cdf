import { expect, test } from 'vitest'
import { attemptDigest, documentDigest, saleDigest } from '#adapters/sqlite/digests.ts'
import type { FiscalDocument } from '#domain/document/fiscal-document.ts'
import { aTill, REF, type Till } from '../../unit/application/a-till.ts'
import { stamped } from '../../unit/application/an-outcome.ts'
import { aCustomer } from '../../unit/domain/a-customer.ts'
import { aLine, amountOff, percent } from '../../unit/domain/a-line.ts'

const documentIn = (till: Till): FiscalDocument => {
  const document = till.stores.documents.find(REF)
  if (!document) throw new Error('no document')
  return document
}

/** What every version so far has written of this sale: a journal of then is still true now. */
test('a sale as it could be before there were types has the digests that it always had', () => {
  const till = aTill()
  const lines = [aLine({ discount: percent(1_000) }), aLine({ code: 'C1', discount: amountOff(50) })]
  const sale = till.sells({ lines, customer: aCustomer() }, [{ method: '01', amount: 1_000 }])
  const pending = documentIn(till)
  till.hears(stamped())
  const issued = documentIn(till)
  const cancelled = {
    ...issued,
    state: 'cancelled' as const,
    cancelAskedAt: 5,
    cancelledAt: 5,
    fiscalDate: '2026-11-22',
  }
  expect([
    saleDigest(sale),
    documentDigest(pending),
    documentDigest(issued),
    documentDigest(cancelled),
    ...till.stores.documents.attempts(REF).map(attemptDigest),
  ]).toEqual([
    '7de17b66a7d75382e036ed82a8b48ecce8591f60c22692131bd2f503eab2dcb2',
    '42aa6134196549f02c50131007c59721bf55b9a9e6f239e7a3f4eed59d0d4d4d',
    '067e04737856ca87f2f97b0f84b037deae010e68e897c48bbae67978e1f59c34',
    '86bff6422ec2523e9763f2468e2dbc9c438a6e0151821bd4f52af3b84edc0bb7',
    'fac24a2f2fae05eadf79c27381c11f1ecdb6e455e306049ee8c16038c0753b84',
  ])
})

test('each fact that came later has a digest of its own', () => {
  const till = aTill()
  till.sells()
  till.hears(stamped())
  const document = documentIn(till)
  const { facts } = document
  const changed: readonly Partial<FiscalDocument>[] = [
    {},
    { withheld: 1 },
    { origin: { relation: 'credits', externalRef: 'A' } },
    { origin: { relation: 'replaces', externalRef: 'A' } },
    { cancelAskedAt: 1 },
    { automaticNote: { documentId: 'A', controlNumber: 'B' } },
    { facts: facts && { ...facts, amounts: { ...facts.amounts, withheld: 0 } } },
    { customer: aCustomer() },
    { customer: aCustomer({ address: 'Calle 1' }) },
    { customer: aCustomer({ activity: { code: '56106', description: 'Pupusería' } }) },
  ]
  const digests = changed.map((change) => documentDigest({ ...document, ...change }))
  expect(new Set(digests).size).toBe(changed.length)
})
