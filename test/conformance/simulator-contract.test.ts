import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Simulator, startSimulator } from '#simulator/start-simulator.ts'

/** The contract's promises, one by one, as any client may rely on them. Source: Ocote API contract. */
const KEY = `odt_${'0f'.repeat(28)}`
let simulator: Simulator

beforeEach(async () => {
  simulator = await startSimulator({ now: () => Date.parse('2026-11-22T20:15:30Z') })
})
afterEach(() => simulator.close())

const ask = async (path: string, body?: unknown): Promise<{ status: number; headers: Headers; body: unknown }> => {
  const response = await fetch(simulator.baseUrl + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

const sale = {
  external_ref: 'Tienda 1/caja 2 #0001 ñ%',
  lines: [{ description: 'Café molido', quantity: 2, unit_price: 5.5 }],
}

const flags = (body: unknown): unknown => {
  const { success, dte_success, contingency, rejected } = body as Record<string, unknown>
  return { success, dte_success, contingency, rejected }
}

test('§4: the whole answer to a stamped document', async () => {
  const { status, body } = await ask('/invoice', sale)
  const { document_id } = body as { document_id: string }
  const file = `${simulator.baseUrl}/file/${document_id}?type=`
  expect(status).toBe(200)
  expect(body).toEqual({
    success: true,
    dte_success: true,
    contingency: false,
    rejected: false,
    posted: true,
    is_duplicate: false,
    document_id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    external_ref: sale.external_ref,
    control_number: 'DTE-01-M001P001-000000000000001',
    generation_code: expect.stringMatching(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/),
    reception_stamp: expect.stringMatching(/^2026[0-9A-Z]{36}$/),
    dte_state: 'PROCESADO',
    dte_message: 'RECIBIDO',
    observaciones: [],
    codigo_msg: '001',
    amount_taxable: 9.73,
    amount_vat: 1.27,
    amount_gross: 11,
    amount_withheld: 0,
    amount_due: 11,
    cancelled: false,
    ticket_url: `${file}ticket`,
    invoice_url: `${file}invoice`,
    json_url: `${file}json`,
  })
})

test('§4: contingency, then stamped by itself; the ticket exists, the JSON not yet', async () => {
  simulator.setControls({ mh: 'down' })
  const { body } = await ask('/invoice', sale)
  expect(flags(body)).toEqual({ success: true, dte_success: false, contingency: true, rejected: false })
  expect(body).toMatchObject({
    reception_stamp: '',
    dte_state: '',
    json_url: '',
    ticket_url: expect.stringContaining('ticket'),
  })

  const response = await fetch(`${simulator.origin}/simulator/controls`, { method: 'PATCH', body: '{"mh":"up"}' })
  expect(response.status).toBe(200)
  const settled = await ask(`/status/${encodeURIComponent(sale.external_ref)}`)
  expect(flags(settled.body)).toEqual({ success: true, dte_success: true, contingency: false, rejected: false })
})

test('§4: rejected, corrected under the same ref, with the same number', async () => {
  const wrong = await ask('/invoice', { ...sale, customer: { email: 'nadie' } })
  expect(flags(wrong.body)).toEqual({ success: false, dte_success: false, contingency: false, rejected: true })
  expect(wrong.body).toMatchObject({
    dte_state: 'RECHAZADO',
    codigo_msg: '096',
    observaciones: ['Campo #/receptor/correo no cumple el formato requerido'],
  })
  const { document_id, control_number } = wrong.body as Record<string, unknown>
  expect((await ask('/invoice', sale)).body).toMatchObject({ dte_success: true, document_id, control_number })
})

test('§2: the status has no side effects and takes the id or the ref, percent-encoded', async () => {
  const issued = await ask('/invoice', sale)
  const { document_id } = issued.body as { document_id: string }
  const before = simulator.ledger()
  expect((await ask(`/status/${document_id}`)).body).toEqual(issued.body)
  expect((await ask(`/status/${encodeURIComponent(sale.external_ref)}`)).body).toEqual(issued.body)
  expect(simulator.ledger()).toEqual(before)
  expect(await ask('/status/unknown')).toMatchObject({ status: 404, body: { detail: 'Documento no encontrado' } })
})

test('§2: include_dte adds the signed JSON and MH’s raw answer', async () => {
  const issued = (await ask('/invoice', sale)).body as Record<string, unknown>
  const { body } = await ask(`/status/${issued.document_id}?include_dte=1`)
  expect(body).toEqual({
    ...issued,
    schema: expect.objectContaining({ selloRecibido: issued.reception_stamp }),
    response: {
      version: 2,
      ambiente: '00',
      versionApp: 2,
      estado: 'PROCESADO',
      codigoGeneracion: issued.generation_code,
      selloRecibido: issued.reception_stamp,
      fhProcesamiento: '22/11/2026 14:15:30',
      clasificaMsg: '10',
      codigoMsg: '001',
      descripcionMsg: 'RECIBIDO',
      observaciones: [],
    },
  })
})

test('§4: repeating the same body is harmless, even all at once', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => ask('/invoice', sale)))
  const bodies = answers.map(({ body }) => body as Record<string, unknown>)
  expect(new Set(bodies.map(({ document_id }) => document_id)).size).toBe(1)
  expect(bodies.filter(({ is_duplicate }) => is_duplicate === false)).toHaveLength(1)
  expect(simulator.ledger()).toMatchObject([{ posts: 8, judgements: 1, total: '11.00' }])
})

test('§5: the 121st request of a minute is refused, with the time to wait', async () => {
  for (let request = 1; request <= 120; request += 1) await ask('/status/x')
  const { status, headers, body } = await ask('/invoice', sale)
  expect([status, headers.get('Retry-After'), body]).toEqual([
    429,
    '60',
    { detail: 'Limite de 120 requests por minuto excedido' },
  ])
  expect(simulator.ledger()).toEqual([])
})

const ccf = {
  doc_type: '03',
  external_ref: 'CCF 1',
  customer: { name: 'Ferretería Ñandú, S.A. de C.V.', nit: '06141503851010', nrc: '123456', type_contributor: 2 },
  lines: [{ description: 'Cemento', quantity: 10, unit_price: 11.3 }],
}

const purchase = {
  external_ref: 'Compra 1',
  customer: { name: 'Juan Pérez', document_type: '13', document_number: '01234567-8' },
  lines: [{ description: 'Flete', quantity: 1, unit_price: 60, is_service: true }],
}

const CCF = encodeURIComponent(ccf.external_ref)
const PURCHASE = encodeURIComponent(purchase.external_ref)

const moveTo = (day: string): void => {
  simulator.setControls({ clockOffsetMs: Date.parse(`${day}T20:15:30Z`) - Date.parse('2026-11-22T20:15:30Z') })
}

test('§2: a purchase of a service withholds 10 %, and has routes of its own', async () => {
  const { status, body } = await ask('/suex', purchase)
  expect(status).toBe(200)
  expect(flags(body)).toEqual({ success: true, dte_success: true, contingency: false, rejected: false })
  expect(body).toMatchObject({
    external_ref: purchase.external_ref,
    control_number: 'DTE-14-M001P001-000000000000001',
    amount_gross: 60,
    amount_vat: 0,
    amount_withheld: 6,
    amount_due: 54,
  })
  expect((await ask(`/suex/status/${PURCHASE}`)).body).toEqual(body)
  expect((await ask(`/status/${PURCHASE}`)).status).toBe(404)
  expect((await ask(`/invalidate/${PURCHASE}`, {})).status).toBe(404)
  expect((await ask(`/invalidate/suex/${PURCHASE}`, {})).body).toMatchObject({ success: true, cancelled: true })
  expect((await ask(`/invalidate/suex/status/${PURCHASE}`)).body).toMatchObject({ success: true, cancelled: true })
})

test('§2: a credit note is for an issued CCF, by its id or ref, and for no other type', async () => {
  const issued = (await ask('/invoice', ccf)).body as Record<string, unknown>
  await ask('/invoice', sale)
  await ask('/suex', purchase)
  const lines = [{ description: 'Devolución', quantity: 1, unit_price: 11.3 }]
  const note = await ask('/credit-memo', { external_ref: 'NC 1', document_id: ccf.external_ref, lines })
  expect(note).toMatchObject({ status: 200, body: { dte_success: true, amount_gross: 11.3, amount_vat: 1.3 } })
  expect((await ask('/credit-memo/status/NC%201')).body).toEqual(note.body)
  expect((await ask('/status/NC%201')).body).toEqual(note.body)
  const rest = { external_ref: 'NC 2', document_id: issued.document_id, full_adjustment: true }
  expect((await ask('/credit-memo', rest)).body).toMatchObject({ dte_success: true, amount_gross: 101.7 })
  for (const document_id of [sale.external_ref, purchase.external_ref, 'NC 1'])
    expect((await ask('/credit-memo', { external_ref: 'NC 3', document_id, lines })).status).toBe(400)
})

test('§2 and §6: a CCF past its window is cancelled by an automatic credit note, the same on every retry', async () => {
  await ask('/invoice', ccf)
  moveTo('2026-11-24')
  const cancelled = await ask(`/invalidate/${CCF}`, {})
  expect(cancelled).toMatchObject({
    status: 200,
    body: {
      success: true,
      cancelled: true,
      created_credit_memo: true,
      credit_memo_id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      credit_memo_control_number: 'DTE-05-M001P001-000000000000001',
    },
  })
  expect((await ask(`/invalidate/${CCF}`, {})).body).toEqual(cancelled.body)
  expect((await ask(`/invalidate/status/${CCF}`)).body).toEqual(cancelled.body)
  const { credit_memo_id } = cancelled.body as Record<string, unknown>
  expect((await ask(`/credit-memo/status/${credit_memo_id}`)).body).toMatchObject({
    dte_success: true,
    external_ref: '',
    amount_gross: 113,
  })
})

test('§6: what is not cancelled says so, what nobody knows is not found', async () => {
  await ask('/invoice', sale)
  const ref = encodeURIComponent(sale.external_ref)
  expect((await ask(`/invalidate/status/${ref}`)).body).toMatchObject({ success: false, cancelled: false })
  expect((await ask('/invalidate/status/unknown')).status).toBe(404)
  moveTo('2027-02-23')
  expect((await ask(`/invalidate/${ref}`, {})).status).toBe(409)
})

test('§2: the catalogues answer with at most 50 rows, whatever the accents', async () => {
  expect((await ask('/catalogs/activities?search=')).body).toHaveLength(50)
  expect((await ask('/catalogs/activities?search=pupuseria')).body).toEqual([
    { code: '56106', description: 'Pupusería' },
  ])
  expect((await ask('/catalogs/departments?search=')).body).toHaveLength(14)
  expect((await ask('/catalogs/districts/search?search=cuisnahuat')).body).toMatchObject([
    { name: 'Cuisnahuat', municipality: { code: '0319' }, department: { code: '03' } },
  ])
})
