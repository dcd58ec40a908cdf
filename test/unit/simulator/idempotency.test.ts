import { expect, test } from 'vitest'
import { apiOf, aSale, aSimulator, OTHER_KEY } from './a-simulator.ts'

const REF = 'T1-2026-11-22-0001'
const ID = '00000000-0000-4000-8000-000000000001'
const NUMBER = 'DTE-01-M001P001-000000000000001'

test('after a success nothing is created: the first document comes back as a duplicate', async () => {
  const { simulator, issues } = await aSimulator()
  const first = await issues(aSale())
  const again = await issues(aSale({ lines: [{ description: 'Otra cosa', quantity: 1, unit_price: 99 }] }))

  expect(again.body).toEqual({ ...first.body, is_duplicate: true })
  expect(simulator.ledger()).toEqual([
    expect.objectContaining({
      externalRef: REF,
      state: 'stamped',
      posts: 2,
      judgements: 1,
      total: '11.00',
      request: aSale(),
    }),
  ])
})

test('after a rejection the same record is corrected and judged again: id, number and posting date stay', async () => {
  const { simulator, issues } = await aSimulator()
  const wrong = await issues(aSale({ customer: { name: 'Ana', email: 'ana@' } }))
  simulator.setControls({ clockOffsetMs: 24 * 60 * 60 * 1000 })
  const corrected = aSale({
    customer: { name: 'Ana', email: 'ana@correo.sv' },
    lines: [{ description: 'Café', quantity: 3, unit_price: 5.5 }],
  })
  const right = await issues(corrected)

  expect(wrong.body).toMatchObject({ rejected: true, document_id: ID, control_number: NUMBER, reception_stamp: '' })
  expect(right.body).toMatchObject({
    dte_success: true,
    is_duplicate: false,
    document_id: ID,
    control_number: NUMBER,
    generation_code: wrong.body.generation_code,
    amount_gross: 16.5,
  })
  expect(simulator.ledger()).toEqual([
    {
      documentId: ID,
      externalRef: REF,
      docType: '01',
      relatedTo: null,
      automatic: false,
      state: 'stamped',
      controlNumber: NUMBER,
      generationCode: '00000000-0000-4000-8000-000000000002',
      receptionStamp: expect.stringMatching(/^2026[0-9A-Z]{36}$/),
      registeredAt: '2026-11-22T20:15:30.000Z',
      posts: 2,
      judgements: 2,
      total: '16.50',
      taxable: '14.60',
      vat: '1.90',
      withheld: '0.00',
      request: corrected,
      company: expect.stringMatching(/^[0-9a-f]{8}$/),
    },
  ])
})

test('after a contingency the same record is updated, and it is the update that MH stamps', async () => {
  const { simulator, issues, gets } = await aSimulator()
  simulator.setControls({ mh: 'down' })
  const first = await issues(aSale())
  const second = await issues(aSale({ lines: [{ description: 'Café', quantity: 1, unit_price: 7 }] }))
  expect([first.body, second.body]).toMatchObject([
    { contingency: true, is_duplicate: false, document_id: ID, amount_gross: 11 },
    { contingency: true, is_duplicate: false, document_id: ID, amount_gross: 7 },
  ])
  expect(simulator.ledger()).toMatchObject([{ state: 'contingency', posts: 2, judgements: 0, total: '7.00' }])

  simulator.setControls({ mh: 'up' })
  expect((await gets(`/status/${REF}`)).body).toMatchObject({ dte_success: true, document_id: ID, amount_gross: 7 })
  expect(simulator.ledger()).toMatchObject([{ state: 'stamped', posts: 2, judgements: 1 }])
})

test('a cancelled document still answers for its ref', async () => {
  const { simulator, issues, posts } = await aSimulator()
  await issues(aSale())
  await posts(`/invalidate/${REF}`)
  expect((await issues(aSale())).body).toMatchObject({ success: true, is_duplicate: true, cancelled: true })
  expect(simulator.ledger()).toHaveLength(1)
})

test('a rejected factura cannot come back as an export: its number says what it is', async () => {
  const { simulator, issues } = await aSimulator()
  simulator.setControls({ rejectNext: { count: 1 } })
  await issues(aSale())
  expect(await issues(aSale({ doc_type: '11' }))).toMatchObject({
    status: 409,
    body: { detail: 'El documento ya fue registrado con el tipo 01' },
  })
  expect(simulator.ledger()).toMatchObject([{ docType: '01', state: 'rejected', posts: 1 }])
})

test('refs and numbers belong to a company: another key with the same ref has a document of its own', async () => {
  const ours = await aSimulator()
  const theirs = apiOf(ours.simulator, OTHER_KEY)
  await ours.issues(aSale())
  const other = await theirs.issues(aSale())
  expect(other.body).toMatchObject({ is_duplicate: false, control_number: NUMBER })
  expect(other.body.document_id).not.toBe(ID)
  expect((await theirs.gets(`/status/${ID}`)).status).toBe(404)
  const companies = ours.simulator.ledger().map(({ company }) => company)
  expect(new Set(companies).size).toBe(2)
})

test('numbers run by type and by year', async () => {
  const { simulator, issues } = await aSimulator()
  const numberOf = async (ref: string, type: string) =>
    (await issues(aSale({ external_ref: ref, doc_type: type }))).body.control_number
  expect([await numberOf('a', '01'), await numberOf('b', '11'), await numberOf('c', '01')]).toEqual([
    'DTE-01-M001P001-000000000000001',
    'DTE-11-M001P001-000000000000001',
    'DTE-01-M001P001-000000000000002',
  ])
  simulator.setControls({ clockOffsetMs: 60 * 24 * 60 * 60 * 1000 })
  expect(await numberOf('d', '01')).toBe('DTE-01-M001P001-000000000000001')
})
