import { expect, test } from 'vitest'
import { aCcf, aCompany, aCreditMemo, aSale, aSimulator } from './a-simulator.ts'

const of = (amount: number) => ({ lines: [{ description: 'Ajuste', quantity: 1, unit_price: amount }] })

test('a note takes from its CCF, names it, and is found where notes and documents are', async () => {
  const { simulator, issues, credits, gets } = await aSimulator()
  const ccf = await issues(aCcf())
  const note = await credits(aCreditMemo())
  expect(note).toMatchObject({
    status: 200,
    body: {
      dte_success: true,
      external_ref: 'note',
      control_number: 'DTE-05-M001P001-000000000000001',
      amount_gross: 22.6,
      amount_taxable: 20,
      amount_vat: 2.6,
      amount_withheld: 0,
      amount_due: 22.6,
      related_document_id: ccf.body.document_id,
      related_control_number: ccf.body.control_number,
      ticket_url: '',
    },
  })
  expect((await gets('/credit-memo/status/note')).body).toEqual(note.body)
  expect((await gets(`/status/${note.body.document_id}`)).body).toEqual(note.body)
  expect((await gets('/suex/status/note')).status).toBe(404)
  expect(simulator.ledger()).toMatchObject([
    { docType: '03', relatedTo: null, automatic: false },
    { docType: '05', externalRef: 'note', relatedTo: 'ccf', automatic: false, total: '22.60', posts: 1 },
  ])
})

test('a large buyer’s CCF is withheld from, its note is not', async () => {
  const { issues, credits } = await aSimulator()
  const ccf = await issues(aCcf({ customer: aCompany({ type_contributor: 3 }) }))
  expect(ccf.body).toMatchObject({ amount_withheld: 1, amount_due: 112 })
  expect((await credits(aCreditMemo({ full_adjustment: true }))).body).toMatchObject({
    amount_gross: 113,
    amount_vat: 13,
    amount_withheld: 0,
    amount_due: 113,
  })
})

test('a full adjustment takes what is left, and needs no lines', async () => {
  const { issues, credits } = await aSimulator()
  const ccf = await issues(aCcf())
  await credits(aCreditMemo())
  const rest = { external_ref: 'rest', document_id: ccf.body.document_id, full_adjustment: true, lines: 'nothing' }
  expect((await credits(rest)).body).toMatchObject({ dte_success: true, amount_gross: 90.4, amount_vat: 10.4 })
  expect(await credits(aCreditMemo({ external_ref: 'more', full_adjustment: true }))).toMatchObject({
    status: 400,
    body: { detail: 'El monto de la nota ($113.00) excede el saldo del CCF ($0.00)' },
  })
})

test('more than what is left is refused, to the cent', async () => {
  const { simulator, issues, credits } = await aSimulator()
  await issues(aCcf())
  await credits(aCreditMemo({ external_ref: 'first', ...of(100) }))
  expect(await credits(aCreditMemo({ external_ref: 'second', ...of(13.01) }))).toMatchObject({
    status: 400,
    body: { detail: 'El monto de la nota ($13.01) excede el saldo del CCF ($13.00)' },
  })
  expect((await credits(aCreditMemo({ external_ref: 'second', ...of(13) }))).status).toBe(200)
  expect(simulator.ledger().map(({ total }) => total)).toEqual(['113.00', '100.00', '13.00'])
})

test('a note sent again does not count against itself, stamped, in contingency or rejected', async () => {
  const { simulator, issues, credits } = await aSimulator()
  await issues(aCcf())
  simulator.setControls({ rejectNext: { count: 1 } })
  const whole = aCreditMemo(of(113))
  expect((await credits(whole)).body).toMatchObject({ rejected: true })
  simulator.setControls({ mh: 'down' })
  expect((await credits(whole)).body).toMatchObject({ contingency: true, is_duplicate: false })
  expect((await credits(whole)).body).toMatchObject({ contingency: true, is_duplicate: false })
  simulator.setControls({ mh: 'up' })
  expect((await credits(whole)).body).toMatchObject({ dte_success: true, is_duplicate: true })
  expect(simulator.ledger()).toMatchObject([{ docType: '03' }, { docType: '05', posts: 4, state: 'stamped' }])
})

test('rejected and cancelled notes give their amount back, one in contingency does not', async () => {
  const { simulator, issues, credits, posts } = await aSimulator()
  await issues(aCcf())
  simulator.setControls({ rejectNext: { count: 1 } })
  await credits(aCreditMemo({ external_ref: 'rejected', ...of(113) }))
  await credits(aCreditMemo({ external_ref: 'cancelled', ...of(113) }))
  expect((await posts('/invalidate/cancelled')).body).toMatchObject({ cancelled: true })
  simulator.setControls({ mh: 'down' })
  expect((await credits(aCreditMemo({ external_ref: 'waiting', ...of(13) }))).body).toMatchObject({ contingency: true })
  expect((await credits(aCreditMemo({ external_ref: 'rest', ...of(100.01) }))).status).toBe(400)
})

test('what a note cannot be for', async () => {
  const { simulator, issues, credits, posts } = await aSimulator()
  await issues(aSale({ external_ref: 'sale' }))
  await issues(aCcf({ external_ref: 'rejected', customer: aCompany({ nrc: 'x' }) }))
  await issues(aCcf({ external_ref: 'cancelled' }))
  await posts('/invalidate/cancelled')
  simulator.setControls({ mh: 'down' })
  await issues(aCcf({ external_ref: 'waiting' }))
  const refusalOf = async (document_id: string) => {
    const { status, body } = await credits(aCreditMemo({ document_id }))
    return [status, body.detail]
  }
  const stamped = 'Solo un CCF sellado por el Ministerio de Hacienda y vigente puede ajustarse'
  expect({
    unknown: await refusalOf('unknown'),
    sale: await refusalOf('sale'),
    rejected: await refusalOf('rejected'),
    waiting: await refusalOf('waiting'),
    cancelled: await refusalOf('cancelled'),
  }).toEqual({
    unknown: [404, 'El documento por ajustar no existe'],
    sale: [400, 'document_id: una nota de crédito solo ajusta un documento de tipo 03'],
    rejected: [409, stamped],
    waiting: [409, stamped],
    cancelled: [409, stamped],
  })
  expect(simulator.ledger()).toHaveLength(4)
})

test.each<[string, Record<string, unknown>]>([
  ['document_id: es obligatorio', { document_id: undefined }],
  ['external_ref: es obligatorio', { external_ref: undefined }],
  ['full_adjustment: debe ser true o false', { full_adjustment: 1 }],
  ['lines: debe contener al menos una línea', { lines: undefined }],
  ['lines[0].unit_price: debe ser mayor que 0', of(0)],
  ['lines: el total no puede ser 0.00', of(0.001)],
])('400: %s', async (detail, changes) => {
  const { issues, credits } = await aSimulator()
  await issues(aCcf())
  const { status, body } = await credits(aCreditMemo(changes))
  expect([status, body.detail]).toEqual([400, expect.stringContaining(detail)])
})

test('a known ref of another type is a 409 while it is not stamped', async () => {
  const { simulator, issues, credits } = await aSimulator()
  await issues(aCcf())
  simulator.setControls({ rejectNext: { count: 1 } })
  await issues(aSale({ external_ref: 'note' }))
  expect(await credits(aCreditMemo())).toMatchObject({
    status: 409,
    body: { detail: 'El documento ya fue registrado con el tipo 01' },
  })
})

test('a CCF with live notes cannot be cancelled, late or not', async () => {
  const { simulator, issues, credits, posts } = await aSimulator()
  await issues(aCcf())
  await credits(aCreditMemo())
  const refused = { status: 409, body: { detail: 'El CCF tiene notas de crédito vigentes: invalídelas primero' } }
  expect(await posts('/invalidate/ccf')).toMatchObject(refused)
  simulator.setControls({ clockOffsetMs: 10 * 24 * 60 * 60 * 1000 })
  expect(await posts('/invalidate/ccf')).toMatchObject(refused)
  simulator.setControls({ clockOffsetMs: 0 })
  await posts('/invalidate/note')
  expect((await posts('/invalidate/ccf')).body).toMatchObject({ cancelled: true, created_credit_memo: false })
})
