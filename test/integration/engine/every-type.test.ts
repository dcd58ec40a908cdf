import { expect, test } from 'vitest'
import type { CompletedSale } from '#application/ports/stores.ts'
import { COUNTER_TYPES, type CounterType, TRAITS } from '#domain/document/document-type.ts'
import { aCart, coffee } from '#support/a-cart.ts'
import { aTill, type Till } from '#support/a-till.ts'
import { doDeed } from '#support/do-deed.ts'
import { asType, type Deed } from '#support/every-act.ts'
import { successOf } from '../../unit/application/returning/a-stamped-sale.ts'

const DAY_MS = 86_400_000

const does = (till: Till, deed: Deed): string =>
  successOf(doDeed(till.engine, deed, `press-${JSON.stringify(deed)}`))?.externalRef ?? ''

const large = () => aCart().with('Flete', { price: '56.50', quantity: '2' })
const issues = async (till: Till, docType: CounterType, cart = large()): Promise<string> => {
  const ref = does(till, { act: 'sell', sale: asType(docType, cart) })
  await till.sendsEverything()
  return ref
}
/** What was asked of the API about documents, in its order, files left out. */
const asked = (till: Till): readonly string[] =>
  till.simulator
    .requests()
    .map(({ method, path }) => `${method} ${path}`)
    .filter((request) => !/file|catalogs/.test(request))
    .map((request) => request.replace(/^(\w+) (?:\/api\/connect)?/, '$1 '))

const kept = (till: Till, ref: string): readonly string[] => till.engine.stores.files.list(ref).map(({ kind }) => kind)

const detailOf = (till: Till, ref: string) => {
  const detail = till.engine.documentDetail(ref)
  if (!detail) throw new Error(`no document ${ref}`)
  return detail
}

/** The days go by for the till and for the API. */
const daysPass = (till: Till, days: number): void => {
  till.clock.advance(days * DAY_MS)
  till.simulator.setControls({ clockOffsetMs: days * DAY_MS })
}

const ROUTES = { '01': '/invoice', '03': '/invoice', '11': '/invoice', '14': '/suex' } as const

test.each(COUNTER_TYPES)(
  'a %s goes to its route, is stamped with its number, and its files are kept',
  async (docType) => {
    const till = await aTill()
    const ref = await issues(till, docType)
    expect(asked(till)).toEqual([`POST ${ROUTES[docType]}`])
    expect(detailOf(till, ref)).toMatchObject({
      state: 'stamped',
      docType,
      amountsDiffer: false,
      controlNumber: `DTE-${docType}-M001P001-000000000000001`,
    })
    expect([...kept(till, ref)].sort()).toEqual([...TRAITS[docType].files].sort())
    expect(till.engine.verify()).toEqual([])
  },
)

test.each(COUNTER_TYPES)(
  'a %s whose answer was lost is asked about where its type is, and never posted again',
  async (docType) => {
    const till = await aTill()
    till.simulator.setControls({ loseNextAnswers: 1 })
    const ref = await issues(till, docType)
    const status = docType === '14' ? '/suex/status' : '/status'
    expect([asked(till), detailOf(till, ref).state]).toEqual([
      [`POST ${ROUTES[docType]}`, `GET ${status}/${ref}`],
      'stamped',
    ])
  },
)

test.each(COUNTER_TYPES)(
  'a %s is cancelled where its type is, once, though the first answer was lost',
  async (docType) => {
    const till = await aTill()
    const ref = await issues(till, docType)
    till.simulator.setControls({ loseNextCancellations: 1 })
    does(till, { act: 'cancel', externalRef: ref })
    await till.sendsEverything()
    const cancel = `POST ${docType === '14' ? '/invalidate/suex' : '/invalidate'}/${ref}`
    expect([asked(till).slice(1), detailOf(till, ref).state]).toEqual([[cancel, cancel], 'cancelled'])
    expect(till.simulator.ledger().map(({ state }) => state)).toEqual(['cancelled'])
  },
)

test('a credit note goes out under a ref of its own, names its CCF by ours, and is asked about where notes are', async () => {
  const till = await aTill()
  const ccf = await issues(till, '03')
  till.simulator.setControls({ loseNextAnswers: 1 })
  const note = does(till, { act: 'credit', externalRef: ccf })
  await till.sendsEverything()
  expect(asked(till).slice(1)).toEqual(['POST /credit-memo', `GET /credit-memo/status/${note}`])
  expect(detailOf(till, note)).toMatchObject({
    state: 'stamped',
    docType: '05',
    total: 5_650,
    origin: { relation: 'credits', externalRef: ccf },
    controlNumber: 'DTE-05-M001P001-000000000000001',
  })
  expect(till.simulator.ledger()).toMatchObject([{ docType: '03' }, { docType: '05', relatedTo: ccf, posts: 1 }])
  expect([...kept(till, note)].sort()).toEqual(['invoice', 'json'])
})

test('a CCF cancelled after its window becomes a credit note of the API, whose papers are kept with it', async () => {
  const till = await aTill()
  const ccf = await issues(till, '03')
  daysPass(till, 2)
  does(till, { act: 'cancel', externalRef: ccf })
  await till.sendsEverything()
  expect(detailOf(till, ccf)).toMatchObject({
    state: 'cancelled',
    automaticNote: { controlNumber: 'DTE-05-M001P001-000000000000001' },
  })
  expect([...kept(till, ccf)].sort()).toEqual(['invoice', 'json', 'note_invoice', 'note_json'])
  expect(till.engine.verify()).toEqual([])
})

test('what the API withheld is what is due, and what was paid above it is told', async () => {
  const till = await aTill()
  const [ccf, purchase] = [await issues(till, '03'), await issues(till, '14')]
  expect([ccf, purchase].map((ref) => detailOf(till, ref))).toMatchObject([
    { total: 11_300, withheld: 100, reportedWithheld: 100, dueDifference: 0 },
    { total: 11_300, withheld: 1_130, reportedWithheld: 1_130, dueDifference: 0 },
  ])
  const sale = asType('03', large())
  const paid = successOf(till.engine.completeSale(sale, [{ method: '05', amount: 11_300 }], 'whole')) as CompletedSale
  till.engine.documentChanged(paid.externalRef)
  await till.sendsEverything()
  expect(detailOf(till, paid.externalRef)).toMatchObject({ reportedWithheld: 100, dueDifference: 100 })
})

test('a sale on credit says so, with its term', async () => {
  const till = await aTill()
  const sale = { ...asType('03', coffee()), credit: { unit: 1, amount: 30 } as const }
  successOf(till.engine.completeSale(sale, [{ method: '13', amount: 1_100 }], 'on-credit'))
  await till.sendsEverything()
  expect(till.simulator.ledger()).toMatchObject([
    {
      state: 'stamped',
      request: { payment_method: '13', transaction_condition: 2, deadline: 1, period: 30 },
    },
  ])
})

test('while MH is down nothing is cancelled, and it is asked for until it is', async () => {
  const till = await aTill()
  const ref = await issues(till, '01')
  till.simulator.setControls({ mh: 'down' })
  does(till, { act: 'cancel', externalRef: ref })
  await till.worksFor(30_000)
  expect(detailOf(till, ref).state).toBe('cancelling')
  till.simulator.setControls({ mh: 'up' })
  await till.sendsEverything()
  expect(detailOf(till, ref).state).toBe('cancelled')
})

test('a 409 to a cancellation is asked about a few times; where there is none, the document stands, with what was said', async () => {
  const till = await aTill()
  const ref = await issues(till, '01')
  // By the API's clock the window is over, by ours it is not.
  till.simulator.setControls({ clockOffsetMs: 200 * DAY_MS })
  does(till, { act: 'cancel', externalRef: ref })
  await till.sendsEverything()
  const question = `GET /invalidate/status/${ref}`
  expect(asked(till).slice(1)).toEqual([`POST /invalidate/${ref}`, question, question, question])
  expect(detailOf(till, ref)).toMatchObject({
    state: 'stamped',
    remarks: { texts: [expect.stringContaining('plazo')] },
  })
})

test('a partial return cancels the whole and issues what is kept, in this order', async () => {
  const till = await aTill()
  const ref = await issues(till, '01')
  const rest = does(till, { act: 'returnPart', externalRef: ref })
  await till.sendsEverything()
  expect(asked(till).slice(1)).toEqual([`POST /invalidate/${ref}`, 'POST /invoice'])
  expect([ref, rest].map((each) => detailOf(till, each))).toMatchObject([
    { state: 'cancelled', about: [{ externalRef: rest, relation: 'replaces' }] },
    { state: 'stamped', total: 5_650 },
  ])
})
