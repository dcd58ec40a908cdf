import { expect, test } from 'vitest'
import { settleTry } from '#application/sending/settle-try.ts'
import { aCustomer } from '../../domain/a-customer.ts'
import { issuedFacts } from '../../domain/a-document.ts'
import { aTill, NOW, REF, type Till } from '../a-till.ts'
import { inContingency, notFound, refused, rejected, stamped, unknown, unreachable } from '../an-outcome.ts'

const wishes = (till: Till) => till.rows('SELECT kind, due_at, tries FROM wanted_file ORDER BY kind')
const place = (till: Till) => till.rows('SELECT state, step, lane, due_at, tries, claimed_at FROM outbox')
const settled = { state: 'settled', step: 'settle', lane: 1, due_at: NOW + 100, tries: 0, claimed_at: null }

const aSentSale = (till = aTill()): Till => {
  till.sells()
  return till
}

const hearsAfter = (till: Till, ms: number, ...args: Parameters<Till['hears']>) => {
  const claim = till.claims()
  till.passes(ms)
  const [outcome, httpStatus = 200] = args
  return till.settle(claim, { outcome, httpStatus, raw: '{…}', budget: null })
}

test('stamped: facts kept, entry settled, ticket and signed JSON wanted, the attempt written', () => {
  const till = aSentSale()
  const { document } = hearsAfter(till, 100, stamped())
  expect(document).toEqual({
    externalRef: REF,
    docType: '01',
    state: 'stamped',
    total: 1100,
    withheld: 0,
    origin: null,
    businessDate: '2026-11-22',
    createdAt: NOW,
    customer: null,
    revision: 1,
    facts: issuedFacts(),
    issuedAt: NOW + 100,
    environment: null,
    fiscalDate: null,
    cancelAskedAt: null,
    cancelledAt: null,
    automaticNote: null,
    remarks: null,
    amountsDiffer: false,
  })
  expect(till.stores.documents.find(REF)).toEqual(document)
  expect(place(till)).toEqual([settled])
  expect(wishes(till)).toEqual([
    { kind: 'json', due_at: NOW + 100, tries: 0 },
    { kind: 'ticket', due_at: NOW + 100, tries: 0 },
  ])
  expect(till.stores.documents.attempts(REF)).toEqual([
    {
      call: 'post',
      revision: 1,
      startedAt: NOW,
      endedAt: NOW + 100,
      outcome: 'stamped',
      httpStatus: 200,
      detail: '',
      answer: '{…}',
    },
  ])
})

test('contingency: the ticket alone is wanted, the document is watched; stamped later, its JSON is wanted too', () => {
  const till = aSentSale()
  till.hears(inContingency())
  expect(place(till)).toEqual([
    { state: 'due', step: 'watch', lane: 2, due_at: NOW + 7500, tries: 1, claimed_at: null },
  ])
  expect(wishes(till)).toEqual([{ kind: 'ticket', due_at: NOW, tries: 0 }])

  till.passes(7500)
  till.hears(unknown, null)
  expect(till.stores.documents.find(REF)).toMatchObject({ state: 'contingency', issuedAt: NOW })
  till.passes(15_000)
  till.hears(stamped())
  expect(till.stores.documents.find(REF)).toMatchObject({ state: 'stamped', issuedAt: NOW, facts: issuedFacts() })
  expect(wishes(till)).toHaveLength(2)
  expect(till.stores.documents.attempts(REF).map(({ call, outcome }) => `${call}: ${outcome}`)).toEqual([
    'post: contingency',
    'status: unknown',
    'status: stamped',
  ])
})

test('a lost answer is asked about after a moment; what never arrived goes out at once, and keeps its tries', () => {
  const till = aSentSale()
  till.hears(unknown, null)
  expect(place(till)).toEqual([
    { state: 'due', step: 'inquire', lane: 0, due_at: NOW + 500, tries: 1, claimed_at: null },
  ])
  till.passes(500)
  till.hears(notFound, 404)
  expect(place(till)).toEqual([{ state: 'due', step: 'send', lane: 0, due_at: NOW + 500, tries: 1, claimed_at: null }])
  till.hears(unreachable, null)
  expect(place(till)).toEqual([{ state: 'due', step: 'send', lane: 0, due_at: NOW + 500, tries: 1, claimed_at: null }])
  expect(till.stores.documents.find(REF)).toMatchObject({ state: 'pending', facts: null })
  expect(wishes(till)).toEqual([])
})

test('after three tries that brought nothing nobody waits at the counter any more', () => {
  const till = aSentSale()
  for (const [tries, lane] of [
    [1, 0],
    [2, 0],
    [3, 1],
    [4, 1],
  ]) {
    till.hears(unknown, null)
    till.passes(60_000)
    expect(place(till)).toMatchObject([{ tries, lane }])
  }
})

test('a question that finds it refused for the company’s sake: the same bytes at once, with what was remarked', () => {
  const till = aSentSale()
  till.hears(unknown, null)
  till.passes(500)
  till.hears({
    kind: 'rejected_for_issuer',
    facts: issuedFacts({ receptionStamp: '' }),
    remarks: { code: '006', texts: [] },
  })
  expect(place(till)).toEqual([{ state: 'due', step: 'send', lane: 0, due_at: NOW + 500, tries: 1, claimed_at: null }])
  expect(till.stores.documents.find(REF)).toMatchObject({ state: 'pending', issuedAt: null, remarks: { code: '006' } })
})

test('refused and rejected documents are parked with what was remarked', () => {
  const till = aSentSale()
  till.hears(refused, 400)
  expect(till.stores.documents.find(REF)).toMatchObject({
    state: 'refused',
    remarks: { code: '', texts: ['customer.email: no es válido'] },
    facts: null,
  })
  expect(place(till)).toEqual([{ state: 'parked', step: 'park', lane: 1, due_at: NOW, tries: 0, claimed_at: null }])

  till.retry(REF)
  till.hears(rejected(issuedFacts({ receptionStamp: '' })))
  expect(till.stores.documents.find(REF)).toMatchObject({
    state: 'rejected',
    remarks: { code: '096', texts: ['Campo #/receptor/correo no cumple el formato requerido'] },
    facts: issuedFacts({ receptionStamp: '' }),
    issuedAt: null,
    fiscalDate: null,
    cancelledAt: null,
  })
})

test('observations of an accepted document are remarks; its plain acceptance is none', () => {
  const till = aSentSale()
  till.hears({ kind: 'stamped', facts: issuedFacts(), remarks: { code: '002', texts: ['Observación'] } })
  expect(till.stores.documents.find(REF)?.remarks).toEqual({ code: '002', texts: ['Observación'] })
})

test('a document over another amount than ours is stamped and flagged', () => {
  const till = aSentSale()
  till.hears(stamped({ amounts: { taxable: 972, vat: 127, gross: 1099, withheld: null } }))
  expect(till.stores.documents.find(REF)).toMatchObject({ state: 'stamped', amountsDiffer: true })
})

test('the flag stays when a later answer agrees', () => {
  const till = aSentSale()
  till.hears(inContingency({ amounts: { taxable: 974, vat: 127, gross: 1101, withheld: null } }))
  till.passes(7500)
  till.hears(stamped())
  expect(till.stores.documents.find(REF)).toMatchObject({ state: 'stamped', amountsDiffer: true, facts: issuedFacts() })
})

test("another sale's document is an alarm: parked, its facts not ours, and only a person has it asked about anew", () => {
  const till = aSentSale()
  till.hears({
    kind: 'mismatched',
    facts: issuedFacts({ isDuplicate: true, amounts: { taxable: 885, vat: 115, gross: 1000, withheld: null } }),
    detail: 'ref …, total 1000 ¢',
  })
  expect(till.stores.documents.find(REF)).toMatchObject({
    state: 'alarm',
    facts: null,
    issuedAt: null,
    environment: null,
    fiscalDate: null,
    cancelAskedAt: null,
    cancelledAt: null,
    automaticNote: null,
    remarks: { code: '', texts: ['ref …, total 1000 ¢'] },
    amountsDiffer: false,
  })
  expect(place(till)).toMatchObject([{ state: 'parked', step: 'park' }])
  expect(wishes(till)).toEqual([])
  expect([till.correct(REF, aCustomer()), till.retry(REF)]).toEqual([
    { ok: false, error: { code: 'document_not_correctable', field: 'external_ref' } },
    { ok: true, value: null },
  ])
  expect(place(till)).toMatchObject([{ state: 'due', step: 'inquire' }])
})

test('an inquiry that tells of the rejection before a correction sends the correction again', () => {
  const till = aSentSale()
  till.hears(rejected())
  till.correct(REF, aCustomer())
  till.hears(unknown, null)
  till.passes(500)
  till.hears(rejected())
  expect(till.stores.documents.find(REF)).toMatchObject({ state: 'pending', revision: 2 })
  expect(place(till)).toMatchObject([{ state: 'due', step: 'send', due_at: NOW + 500 }])
  till.hears(rejected())
  expect(till.stores.documents.find(REF)).toMatchObject({ state: 'rejected', revision: 2 })
})

test('a rejection without a correction is one, also when it is heard by asking', () => {
  const till = aSentSale()
  till.hears(unknown, null)
  till.passes(500)
  till.hears(rejected())
  expect(till.stores.documents.find(REF)).toMatchObject({ state: 'rejected', revision: 1 })
})

test('facts are only ever added to: a rejection that leaves out the control number does not take it away', () => {
  const till = aSentSale()
  till.hears(inContingency())
  till.passes(7500)
  till.hears(
    rejected(
      issuedFacts({
        controlNumber: '',
        generationCode: '',
        receptionStamp: '',
        amounts: { taxable: null, vat: null, gross: null, withheld: null },
      }),
    ),
  )
  expect(till.stores.documents.find(REF)).toMatchObject({
    state: 'rejected',
    facts: {
      controlNumber: 'DTE-01-M001P001-000000000000001',
      generationCode: 'A1B2C3D4-E5F6-4A7B-8C9D-0E1F2A3B4C5D',
      amounts: { taxable: 973, vat: 127, gross: 1100, withheld: null },
    },
  })
})

test('what arrives late for a stamped document is written down: its state, facts and entry stay, only remarks may change', () => {
  const till = aSentSale()
  const claim = till.claims()
  till.settle(claim, { outcome: stamped(), httpStatus: 200, raw: '1', budget: null })
  const before = till.stores.documents.find(REF)
  for (const outcome of [rejected(), refused, inContingency(), unknown, stamped({ controlNumber: 'DTE-01-OTHER' })])
    till.settle(claim, { outcome, httpStatus: 200, raw: '2', budget: null })
  expect({ ...till.stores.documents.find(REF), remarks: null }).toEqual(before)
  expect(till.stores.outbox.find(REF)).toMatchObject({ state: 'settled', step: 'settle' })
  expect(till.stores.documents.attempts(REF)).toHaveLength(6)
  expect(wishes(till)).toHaveLength(2)
})

test('the transaction is whole: when the wish for a file cannot be written, the try is still claimed', () => {
  const till = aSentSale()
  const files = {
    ...till.stores.files,
    want: () => {
      throw new Error('disk full')
    },
  }
  const settle = settleTry({ ...till, stores: { ...till.stores, files } })
  const claim = till.claims()
  expect(() => settle(claim, { outcome: stamped(), httpStatus: 200, raw: null, budget: null })).toThrow('disk full')
  expect(till.stores.documents.find(REF)).toMatchObject({ state: 'pending', facts: null })
  expect(till.stores.outbox.claimed()).toEqual([claim])
  expect(till.counts()).toMatchObject({ attempt: 0, wanted_file: 0 })
})

test("another sale's answer to a question about a document in contingency changes nothing of it but the remark", () => {
  const till = aSentSale()
  till.hears(inContingency())
  const before = till.stores.documents.find(REF)
  till.passes(60_000)
  till.hears({ kind: 'mismatched', facts: issuedFacts({ controlNumber: 'DTE-01-OTHER' }), detail: 'ref OTRA' })
  expect(till.stores.documents.find(REF)).toEqual({ ...before, remarks: { code: '', texts: ['ref OTRA'] } })
  expect(place(till)).toMatchObject([{ state: 'due', step: 'watch' }])
})

test('a duplicate in answer to the very first post is another till with the same ref: an alarm whatever the amounts, for good', () => {
  const till = aSentSale()
  till.hears(stamped({ isDuplicate: true }))
  expect(till.stores.documents.find(REF)).toMatchObject({ state: 'alarm', facts: null, issuedAt: null })
  expect(till.stores.outbox.find(REF)).toMatchObject({ state: 'parked' })
  expect(till.retry(REF)).toEqual({ ok: false, error: { code: 'ref_of_another_till', field: 'external_ref' } })
})

test('a duplicate after a try that may have arrived is our own', () => {
  const till = aSentSale()
  till.hears(unknown, null)
  till.passes(1_000)
  till.hears(notFound, 404)
  till.hears(stamped({ isDuplicate: true }))
  expect(till.stores.documents.find(REF)).toMatchObject({ state: 'stamped', facts: { isDuplicate: true } })
})
