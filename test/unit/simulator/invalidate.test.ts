import { expect, test } from 'vitest'
import { type Answer, type Api, aCcf, aCompany, aCreditMemo, aPurchase, aSale, aSimulator } from './a-simulator.ts'

const REF = 'T1-2026-11-22-0001'
/** From NOW to the first moment of a day in El Salvador. */
const until = (day: string): number => Date.parse(`${day}T06:00:00Z`) - Date.parse('2026-11-22T20:15:30.000Z')

test('a stamped document is cancelled once; a second request changes nothing', async () => {
  const { simulator, issues, posts, gets } = await aSimulator()
  const { body } = await issues(aSale())
  const first = await posts(`/invalidate/${REF}`)
  simulator.setControls({ clockOffsetMs: 60_000 })
  const second = await posts(`/invalidate/${body.document_id}`)
  expect(first).toMatchObject({
    status: 200,
    body: {
      success: true,
      cancelled: true,
      external_ref: REF,
      reception_stamp: expect.stringMatching(/^2026[0-9A-Z]{36}$/),
      cancelled_at: '2026-11-22T20:15:30.000Z',
      created_credit_memo: false,
      credit_memo_id: null,
    },
  })
  expect(first.body.reception_stamp).not.toBe(body.reception_stamp)
  expect(second.body).toEqual(first.body)
  expect((await gets(`/invalidate/status/${REF}`)).body).toEqual(first.body)
  expect(simulator.ledger()).toMatchObject([{ state: 'cancelled', receptionStamp: body.reception_stamp }])
})

test('what has no stamp cannot be cancelled, what nobody knows is not found', async () => {
  const { simulator, issues, posts, gets } = await aSimulator()
  await issues(aSale({ external_ref: 'rejected', customer: { email: 'x' } }))
  simulator.setControls({ mh: 'down' })
  await issues(aSale({ external_ref: 'waiting' }))
  for (const ref of ['rejected', 'waiting'])
    expect(await posts(`/invalidate/${ref}`)).toMatchObject({
      status: 409,
      body: { detail: 'Solo un documento sellado por el Ministerio de Hacienda puede invalidarse' },
    })
  expect((await gets('/invalidate/status/waiting')).body).toMatchObject({ success: false, cancelled: false })
  expect((await posts('/invalidate/unknown')).status).toBe(404)
  expect((await gets('/invalidate/status/unknown')).status).toBe(404)
})

test('while MH is down a cancellation is refused, and may be tried again', async () => {
  const { simulator, issues, posts } = await aSimulator()
  await issues(aSale())
  simulator.setControls({ mh: 'down' })
  expect((await posts(`/invalidate/${REF}`)).status).toBe(503)
  simulator.setControls({ mh: 'up' })
  expect((await posts(`/invalidate/${REF}`)).status).toBe(200)
})

test.each<[string, string, (api: Api) => Promise<Answer>, string]>([
  ['a factura', '/invalidate/doc', ({ issues }) => issues(aSale({ external_ref: 'doc' })), '2027-02-23'],
  [
    'an export',
    '/invalidate/doc',
    ({ issues }) => issues(aSale({ external_ref: 'doc', doc_type: '11' })),
    '2027-02-23',
  ],
  ['a purchase', '/invalidate/suex/doc', ({ buys }) => buys(aPurchase({ external_ref: 'doc' })), '2027-02-23'],
  ['a note', '/invalidate/doc', ({ credits }) => credits(aCreditMemo({ external_ref: 'doc' })), '2026-11-24'],
])(
  '%s cannot be cancelled by POST %s once its window is over, and can to its last millisecond',
  async (_name, path, issue, tooLate) => {
    const api = await aSimulator()
    await api.issues(aCcf())
    expect((await issue(api)).body).toMatchObject({ dte_success: true })
    api.simulator.setControls({ clockOffsetMs: until(tooLate) })
    expect(await api.posts(path)).toMatchObject({ status: 409, body: { detail: expect.stringContaining('plazo') } })
    api.simulator.setControls({ clockOffsetMs: until(tooLate) - 1 })
    expect(await api.posts(path)).toMatchObject({ status: 200, body: { cancelled: true, created_credit_memo: false } })
  },
)

test('a CCF is cancelled on its day and the next; later a credit note is made for it, once', async () => {
  const { simulator, issues, posts, gets } = await aSimulator()
  await issues(aCcf({ external_ref: 'in-time' }))
  await issues(aCcf({ external_ref: 'late' }))
  simulator.setControls({ clockOffsetMs: until('2026-11-24') - 1 })
  expect((await posts('/invalidate/in-time')).body).toMatchObject({
    created_credit_memo: false,
    credit_memo_id: null,
    credit_memo_control_number: null,
  })
  simulator.setControls({ clockOffsetMs: until('2026-11-24') })
  const late = await posts('/invalidate/late')
  expect(late).toMatchObject({
    status: 200,
    body: {
      cancelled: true,
      created_credit_memo: true,
      credit_memo_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      credit_memo_control_number: 'DTE-05-M001P001-000000000000001',
    },
  })
  expect((await posts('/invalidate/late')).body).toEqual(late.body)
  expect((await gets('/invalidate/status/late')).body).toEqual(late.body)
  expect(simulator.ledger()).toHaveLength(3)
})

test('the automatic note is a document of its own, found by its id alone', async () => {
  const { simulator, issues, posts, gets, file } = await aSimulator()
  const ccf = await issues(aCcf({ customer: aCompany({ type_contributor: 3 }) }))
  simulator.setControls({ clockOffsetMs: until('2026-11-30') })
  const { credit_memo_id: id, credit_memo_control_number } = (await posts('/invalidate/ccf')).body
  const note = await gets(`/credit-memo/status/${id}`)
  expect(note).toMatchObject({
    status: 200,
    body: {
      dte_success: true,
      document_id: id,
      external_ref: '',
      control_number: credit_memo_control_number,
      amount_gross: 113,
      amount_withheld: 0,
      related_document_id: ccf.body.document_id,
    },
  })
  expect((await gets(`/status/${id}`)).body).toEqual(note.body)
  expect((await file(String(id), 'invoice')).status).toBe(200)
  expect(await (await file(String(id), 'json')).json()).toMatchObject({ identificacion: { tipoDte: '05' } })
  expect(simulator.ledger()).toMatchObject([
    { docType: '03', state: 'cancelled', automatic: false },
    {
      docType: '05',
      state: 'stamped',
      automatic: true,
      documentId: id,
      externalRef: '',
      relatedTo: 'ccf',
      registeredAt: '2026-11-30T06:00:00.000Z',
      total: '113.00',
      posts: 0,
      request: null,
    },
  ])
  expect(simulator.requests().at(-1)).toMatchObject({ path: `/api/connect/file/${id}`, externalRef: id })
  expect((await posts(`/invalidate/${id}`)).status).toBe(409)
})
