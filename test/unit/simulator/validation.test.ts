import { expect, test } from 'vitest'
import { aCompany, aSale, aSimulator } from './a-simulator.ts'

const line = (changes: Record<string, unknown>) => ({
  lines: [{ description: 'Café', quantity: 1, unit_price: 1, ...changes }],
})

test.each<[string, Record<string, unknown>]>([
  ['doc_type: debe ser uno de estos valores: 01, 03, 11', { doc_type: '14' }],
  ['external_ref: es obligatorio', { external_ref: undefined }],
  ['external_ref: no puede exceder 100 caracteres', { external_ref: 'x'.repeat(101) }],
  ['lines: debe contener al menos una línea', { lines: [] }],
  ['lines: no puede contener más de 2000 líneas', { lines: Array(2_001).fill({}) }],
  ['lines[0]: debe ser un objeto', { lines: ['café'] }],
  ['lines[0].description: no puede estar vacío', line({ description: '' })],
  ['lines[0].description: no puede exceder 1000 caracteres', line({ description: 'ñ'.repeat(1_001) })],
  ['lines[0].quantity: debe ser mayor que 0', line({ quantity: 0 })],
  ['lines[0].quantity: debe ser un número', line({ quantity: '1' })],
  ['lines[0].unit_price: es obligatorio', line({ unit_price: undefined })],
  ['lines[0].unit_price: debe ser mayor que 0', line({ unit_price: -1 })],
  ['lines[0].discount_percentage: debe estar entre 0 y 99', line({ discount_percentage: 100 })],
  ['lines: el total no puede ser 0.00', line({ unit_price: 0.004 })],
  [
    'payment_method: debe ser uno de estos valores: 01, 02, 03, 04, 05, 08, 09, 11, 12, 13, 14, 99',
    { payment_method: '06' },
  ],
  ['transaction_condition: debe ser uno de estos valores: 1, 2, 3', { transaction_condition: 4 }],
  ['deadline: es obligatorio; period: es obligatorio', { transaction_condition: 2 }],
  ['period: debe ser un entero mayor que 0', { transaction_condition: 2, deadline: 1, period: 1.5 }],
  ['customer: es obligatorio para el tipo de documento 03', { doc_type: '03' }],
  [
    'customer.name: es obligatorio; customer.nit: es obligatorio; customer.nrc: es obligatorio; customer.type_contributor: es obligatorio',
    { doc_type: '03', customer: {} },
  ],
  [
    'customer.type_contributor: debe ser uno de estos valores: 1, 2, 3, 4',
    { doc_type: '03', customer: aCompany({ type_contributor: 5 }) },
  ],
  ['customer.document_number: es obligatorio', { customer: { document_type: '13' } }],
  ['customer.document_type: debe ser un código de dos dígitos', { customer: { document_type: 'DUI' } }],
  ['customer.district: debe ser un UUID', { customer: { district: 'San Salvador' } }],
  ['customer: debe ser un objeto', { customer: 'Ana' }],
])('400: %s', async (detail, changes) => {
  const { simulator, issues } = await aSimulator()
  expect(await issues(aSale(changes))).toMatchObject({ status: 400, body: { detail } })
  expect(simulator.ledger()).toEqual([])
})

test.each<[string, Record<string, unknown>]>([
  ['100 characters of ref', { external_ref: 'ñ'.repeat(100) }],
  ['1,000 characters of description', line({ description: 'ñ'.repeat(1_000) })],
  ['a discount of 99 %', line({ discount_percentage: 99 })],
  ['2,000 lines', { lines: Array(2_000).fill({ description: 'Café', quantity: 1, unit_price: 1 }) }],
  ['credit with its term', { transaction_condition: 2, deadline: 1, period: 30 }],
  ['fields that nobody knows', { colour: 'green', customer: { shoe_size: 42 }, ...line({ unit: 'lb' }) }],
  ['nulls for what is not there', { customer: null, customer_name: null, payment_method: null }],
])('accepted: %s', async (_name, changes) => {
  const { issues } = await aSimulator()
  expect(await issues(aSale(changes))).toMatchObject({ status: 200, body: { dte_success: true } })
})

test('a body that is not JSON is a 400, one that is not an object too', async () => {
  const { issues } = await aSimulator()
  expect(await issues('{"doc_type": ')).toMatchObject({ status: 400, body: { detail: 'El cuerpo no es JSON válido' } })
  expect(await issues('[]')).toMatchObject({ status: 400, body: { detail: 'El cuerpo debe ser un objeto JSON' } })
})

test('over 5 MB is a 413', async () => {
  const { simulator, issues } = await aSimulator()
  const answer = await issues(aSale({ padding: 'x'.repeat(5 * 1024 * 1024) }))
  expect(answer).toMatchObject({ status: 413, body: { detail: 'El cuerpo excede 5 MB' } })
  expect(simulator.ledger()).toEqual([])
})
