import { expect, test } from 'vitest'
import { aCompany, aPurchase, aSale, aSeller, aSimulator } from './a-simulator.ts'

const expensive = { lines: [{ description: 'Planta eléctrica', quantity: 1, unit_price: 25_000 }] }
const named = { name: 'Ana López', document_type: '13', document_number: '01234567-8' }

const SOYAPANGO = 'e8667ca9-3579-5a0b-8e22-6f90afb4b7c8'

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
  ['089', 'Campo #/receptor/codActividad no es válido', { customer: { activity_code: '47110' } }],
  ['096', 'Campo #/receptor/telefono no cumple el formato requerido', { customer: { phone: '7777' } }],
  [
    '096',
    'Campo #/receptor/direccion/municipio no corresponde al departamento',
    { doc_type: '03', customer: aCompany({ department: '06', municipality: '14' }) },
  ],
  [
    '096',
    'Campo #/receptor/direccion/municipio no corresponde al departamento',
    { customer: { district: '00000000-0000-4000-8000-000000000000' } },
  ],
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
  ['a place by its short code', { customer: { department: '06', municipality: '23' } }],
  ['a place by its whole code', { customer: { department: '06', municipality: '0623' } }],
  ['a district', { customer: { district: SOYAPANGO } }],
  ['a telephone from abroad', { customer: { phone: '+1 (305) 555-0100' } }],
  ['25,000.00 abroad', { ...expensive, doc_type: '11' }],
])('MH accepts %s', async (_name, changes) => {
  const { issues } = await aSimulator()
  expect((await issues(aSale(changes))).body).toMatchObject({
    dte_success: true,
    codigo_msg: '001',
    dte_message: 'RECIBIDO',
  })
})

test.each<[string, string, Record<string, unknown>]>([
  ['092', 'tipoDocumento no es válido', { document_type: '99' }],
  ['094', 'numDocumento no es válido', { document_number: '01234567-9' }],
  ['094', 'numDocumento no es válido', { document_type: '36', document_number: '0614-150385-101-0' }],
  ['089', 'codActividad no es válido', { activity_code: '99999' }],
  ['096', 'correo no cumple el formato requerido', { email: 'juan' }],
  ['096', 'telefono no cumple el formato requerido', { phone: 'siete' }],
  ['096', 'direccion/municipio no corresponde al departamento', { department: '14', municipality: '18' }],
])('MH refuses an excluded subject with %s: %s', async (code, complaint, changes) => {
  const { buys } = await aSimulator()
  expect((await buys(aPurchase({ customer: aSeller(changes) }))).body).toMatchObject({
    rejected: true,
    codigo_msg: code,
    observaciones: [`Campo #/sujetoExcluido/${complaint}`],
  })
})
