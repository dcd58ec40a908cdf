import { expect, test } from 'vitest'
import { aCompany, aSale, aSimulator } from './a-simulator.ts'

const expensive = { lines: [{ description: 'Planta eléctrica', quantity: 1, unit_price: 25_000 }] }
const named = { name: 'Ana López', document_type: '13', document_number: '01234567-8' }

test.each<[string, string, Record<string, unknown>]>([
  ['096', 'Campo #/receptor/correo no cumple el formato requerido', { customer: { email: 'ana@correo' } }],
  [
    '094',
    'Campo #/receptor/numDocumento no es válido',
    { customer: { document_type: '13', document_number: '01234567-9' } },
  ],
  [
    '094',
    'Campo #/receptor/numDocumento no es válido',
    { customer: { document_type: '13', document_number: '012345678' } },
  ],
  [
    '094',
    'Campo #/receptor/numDocumento no es válido',
    { customer: { document_type: '13', document_number: '00000000-0' } },
  ],
  ['094', 'Campo #/receptor/numDocumento no es válido', { customer: { document_type: '36', document_number: '0614' } }],
  ['092', 'Campo #/receptor/tipoDocumento no es válido', { customer: { document_type: '99', document_number: '123' } }],
  ['094', 'Campo #/receptor/nit no es válido', { doc_type: '03', customer: aCompany({ nit: '0614-150385-101-0' }) }],
  ['095', 'Campo #/receptor/nrc no es válido', { doc_type: '03', customer: aCompany({ nrc: '12345-6' }) }],
  ['089', 'Campo #/receptor/codActividad no es válido', { customer: { activity_code: '47' } }],
  ['096', 'Campo #/receptor/numDocumento es requerido', { ...expensive, customer_name: 'Ana López' }],
])('MH refuses with %s: %s', async (code, observation, changes) => {
  const { issues } = await aSimulator()
  expect(await issues(aSale(changes))).toMatchObject({
    status: 200,
    body: {
      success: false,
      rejected: true,
      dte_state: 'RECHAZADO',
      codigo_msg: code,
      observaciones: [observation],
    },
  })
})

test.each<[string, Record<string, unknown>]>([
  ['a DUI', { customer: named }],
  ['another DUI', { customer: { document_type: '13', document_number: '04826193-3' } }],
  ['a passport', { customer: { document_type: '03', document_number: 'A-1234567' } }],
  ['25,000.00 to a known buyer', { ...expensive, customer: named }],
  ['24,999.99 to nobody', { lines: [{ description: 'Planta', quantity: 1, unit_price: 24_999.99 }] }],
  ['25,000.00 abroad', { ...expensive, doc_type: '11' }],
])('MH accepts %s', async (_name, changes) => {
  const { issues } = await aSimulator()
  expect((await issues(aSale(changes))).body).toMatchObject({
    dte_success: true,
    codigo_msg: '001',
    dte_message: 'RECIBIDO',
  })
})
