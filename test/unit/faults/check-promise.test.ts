import { expect, test } from 'vitest'
import {
  type Acknowledged,
  type Allowed,
  type Broken,
  checkPromise,
  type KnownDocument,
  type LedgerRow,
} from '../../faults/check-promise.ts'

const REF = 'T01-C01-20261120-000001-DEMO1'
const OTHER = 'T01-C01-20261120-000002-DEMO1'
const NUMBER = 'DTE-01-M001P001-000000000000001'

const sold = (changes: Partial<Acknowledged> = {}): Acknowledged => ({
  attemptId: 'press-1',
  externalRef: REF,
  total: 123_456,
  ...changes,
})
const known = (changes: Partial<KnownDocument> = {}): KnownDocument => ({
  externalRef: REF,
  docType: '01',
  origin: null,
  total: 123_456,
  state: 'stamped',
  controlNumber: NUMBER,
  ...changes,
})
const issued = (changes: Partial<LedgerRow> = {}): LedgerRow => ({
  externalRef: REF,
  docType: '01',
  relatedTo: null,
  automatic: false,
  total: '1234.56',
  state: 'stamped',
  controlNumber: NUMBER,
  ...changes,
})

const REPLACES = { relation: 'replaces', externalRef: REF } as const

/** A sale, and what is left of it: in which states, or not there at all. */
const aReturn = (first: 'stamped' | 'cancelled', rest: 'stamped' | null) => ({
  sold: [sold(), sold({ attemptId: 'press-2', externalRef: OTHER })],
  known: [
    known({ state: first }),
    known({ externalRef: OTHER, controlNumber: 'N2', state: 'stamped', origin: REPLACES }),
  ],
  ledger: [
    issued({ state: first }),
    ...(rest === null ? [] : [issued({ externalRef: OTHER, controlNumber: 'N2', state: rest })]),
  ],
})
const automatic = (relatedTo: string): LedgerRow =>
  issued({ externalRef: '', docType: '05', relatedTo, automatic: true, controlNumber: 'N2' })

type Planted = {
  readonly name: string
  readonly sold?: readonly Acknowledged[]
  readonly known?: readonly KnownDocument[]
  readonly ledger?: readonly LedgerRow[]
  readonly allowed?: Allowed
  readonly broken: Partial<Broken>
}

const planted: readonly Planted[] = [
  { name: 'nothing', broken: {} },
  { name: 'a press answered twice with the same sale', sold: [sold(), sold()], broken: {} },
  {
    name: 'a sale saved and never acknowledged, where that may be',
    sold: [],
    allowed: { unacknowledged: 1 },
    broken: {},
  },
  {
    name: 'a sale saved and never acknowledged, issued all the same',
    sold: [],
    broken: { duplicated: [`${REF}: of no acknowledged press`] },
  },
  {
    name: 'a press that died after its commit, and whose retry made a second sale',
    known: [known(), known({ externalRef: OTHER, controlNumber: 'N2' })],
    ledger: [issued(), issued({ externalRef: OTHER, controlNumber: 'N2' })],
    broken: { duplicated: [`${OTHER}: of no acknowledged press`] },
  },
  {
    name: 'more sales without “Cobrado” than may be',
    known: [known(), known({ externalRef: OTHER, controlNumber: 'N2' })],
    ledger: [issued(), issued({ externalRef: OTHER, controlNumber: 'N2' })],
    sold: [],
    allowed: { unacknowledged: 1 },
    broken: { duplicated: [`${REF}: of no acknowledged press`, `${OTHER}: of no acknowledged press`] },
  },
  {
    name: 'two presses that were answered with one sale',
    sold: [sold(), sold({ attemptId: 'press-2' })],
    broken: { duplicated: [`${REF}: 2 presses`] },
  },
  { name: 'a sale that was lost', ledger: [], broken: { lost: [REF] } },
  {
    name: 'a sale saved, not acknowledged, and lost',
    sold: [],
    ledger: [],
    allowed: { unacknowledged: 1 },
    broken: { lost: [REF] },
  },
  {
    name: 'a sale that was rejected and stayed so',
    known: [known({ state: 'rejected' })],
    ledger: [issued({ state: 'rejected' })],
    broken: { lost: [`${REF}: rejected, and not issued`] },
  },
  {
    name: 'a sale that is in contingency for ever',
    known: [known({ state: 'contingency' })],
    ledger: [issued({ state: 'contingency' })],
    broken: { lost: [`${REF}: contingency, and not issued`] },
  },
  {
    name: 'a sale that was cancelled',
    known: [known({ state: 'cancelled' })],
    ledger: [issued({ state: 'cancelled' })],
    broken: {},
  },
  {
    name: 'a sale issued twice',
    ledger: [issued(), issued({ controlNumber: 'N2' })],
    broken: { duplicated: [`${REF}: issued 2 times`] },
  },
  {
    name: 'a press that became two sales',
    sold: [sold(), sold({ externalRef: OTHER })],
    known: [known(), known({ externalRef: OTHER, controlNumber: 'N2' })],
    ledger: [issued(), issued({ externalRef: OTHER, controlNumber: 'N2' })],
    broken: { duplicated: ['press press-1: 2 refs'] },
  },
  {
    name: 'a number given twice',
    sold: [sold(), sold({ attemptId: 'press-2', externalRef: OTHER })],
    known: [known(), known({ externalRef: OTHER })],
    ledger: [issued(), issued({ externalRef: OTHER })],
    broken: { duplicated: [`${NUMBER}: 2 documents`] },
  },
  {
    name: 'another amount',
    ledger: [issued({ total: '1234.55' })],
    broken: {
      wrong: [`${REF}: sold for 1,234.56, issued for 1234.55`, `${REF}: 1234.56 here, 1234.55 there`],
    },
  },
  {
    name: 'a till that remembers another amount',
    known: [known({ total: 123_457 })],
    broken: { wrong: [`${REF}: 1234.57 here, 1234.56 there`] },
  },
  {
    name: 'a document of no sale',
    ledger: [issued(), issued({ externalRef: OTHER, controlNumber: 'N2' })],
    broken: { wrong: [`${OTHER}: a document of no sale`] },
  },
  {
    name: 'a sale that the till forgot',
    known: [],
    broken: { wrong: [`${REF}: acknowledged, and unknown to the till`] },
  },
  {
    name: 'a state that differs',
    known: [known({ state: 'unknown' })],
    broken: { wrong: [`${REF}: unknown here, stamped there`] },
  },
  {
    name: 'a number that differs',
    known: [known({ controlNumber: 'N9' })],
    broken: { wrong: [`${REF}: N9 here, ${NUMBER} there`] },
  },
  {
    name: 'a type that differs',
    ledger: [issued({ docType: '14' })],
    broken: { wrong: [`${REF}: 01 here, 14 there`] },
  },
  {
    name: 'a note that is not linked to its CCF',
    known: [known({ origin: { relation: 'credits', externalRef: 'CCF' } })],
    ledger: [issued({ relatedTo: 'OTHER' })],
    broken: { wrong: [`${REF}: a note over CCF here, a note over OTHER there`] },
  },
  {
    name: 'a return whose first half was never cancelled',
    ...aReturn('stamped', 'stamped'),
    broken: { wrong: [`${OTHER}: replaces ${REF}, which is stamped`] },
  },
  { name: 'a return that came to its end', ...aReturn('cancelled', 'stamped'), broken: {} },
  {
    name: 'a return of which the second half was lost',
    ...aReturn('cancelled', null),
    broken: { lost: [OTHER] },
  },
  {
    name: 'a return that could not be, and was withdrawn',
    ...aReturn('stamped', null),
    known: [known(), known({ externalRef: OTHER, state: 'withdrawn', controlNumber: null, origin: REPLACES })],
    broken: {},
  },
  {
    name: 'a return that was withdrawn though its first half was cancelled',
    ...aReturn('cancelled', null),
    known: [
      known({ state: 'cancelled' }),
      known({ externalRef: OTHER, state: 'withdrawn', controlNumber: null, origin: REPLACES }),
    ],
    broken: { lost: [OTHER] },
  },
  {
    name: 'a note of the API’s own, of a CCF that was cancelled too late',
    known: [known({ state: 'cancelled' })],
    ledger: [issued({ state: 'cancelled' }), automatic(REF)],
    broken: {},
  },
  {
    name: 'a note of the API’s own, of a document that stands',
    ledger: [issued(), automatic(REF)],
    broken: { wrong: [`N2: of ${REF}, which was not cancelled`] },
  },
]

test.each(planted)('found: $name', ({ broken, ...facts }) => {
  const found = checkPromise(
    facts.sold ?? [sold()],
    facts.known ?? [known()],
    facts.ledger ?? [issued()],
    facts.allowed ?? {},
  )
  expect(found).toEqual({
    lost: [],
    duplicated: [],
    wrong: [],
    ...broken,
  })
})
