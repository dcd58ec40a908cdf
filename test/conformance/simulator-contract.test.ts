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
