import { expect, test } from 'vitest'
import { aCompany, aSale, aSimulator } from './a-simulator.ts'

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

test('a factura can be cancelled for three calendar months, to the day', async () => {
  const { simulator, issues, posts } = await aSimulator()
  await issues(aSale())
  simulator.setControls({ clockOffsetMs: until('2027-02-23') })
  expect(await posts(`/invalidate/${REF}`)).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('plazo') },
  })
  simulator.setControls({ clockOffsetMs: until('2027-02-23') - 1 })
  expect((await posts(`/invalidate/${REF}`)).status).toBe(200)
})

test('a CCF is cancelled on its day and the next; later a credit note is made for it, once', async () => {
  const { simulator, issues, posts } = await aSimulator()
  const ccf = (external_ref: string) => issues(aSale({ external_ref, doc_type: '03', customer: aCompany() }))
  await ccf('in-time')
  await ccf('late')
  simulator.setControls({ clockOffsetMs: until('2026-11-24') - 1 })
  expect((await posts('/invalidate/in-time')).body).toMatchObject({ created_credit_memo: false })
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
})
