import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { ocoteRequestWriter } from '#adapters/ocote/request-body.ts'
import type { RequestContent } from '#application/ports/request-writer.ts'
import type { Line } from '#domain/sale/line.ts'
import { aCustomer, NOBODY } from '../../domain/a-customer.ts'
import { aLine, amountOff, percent } from '../../domain/a-line.ts'

const write = (changes: Partial<RequestContent> = {}) =>
  ocoteRequestWriter.write({
    docType: '01',
    externalRef: 'T01-C01-20261122-000001-7QK3F',
    lines: [aLine()],
    customer: null,
    paymentMethod: '01',
    credit: null,
    origin: null,
    isWhole: false,
    ...changes,
  })

const lineOf = (changes: Partial<Line>): unknown => JSON.parse(write({ lines: [aLine(changes)] }).body).lines[0]

test('the whole body, byte for byte, and its hash', () => {
  const body =
    '{"doc_type":"01","external_ref":"T01-C01-20261122-000001-7QK3F",' +
    '"lines":[{"description":"Café molido","quantity":1,"unit_price":5.5}],"payment_method":"01","transaction_condition":1}'
  expect(write()).toEqual({ body, sha256: createHash('sha256').update(body, 'utf8').digest('hex') })
})

test.each<[string, Partial<Line>, object]>([
  ['two bags go as they are', { quantity: 2000 }, { description: 'Café molido', quantity: 2, unit_price: 5.5 }],
  [
    'half a bag that comes to whole cents too',
    { quantity: 500 },
    { description: 'Café molido', quantity: 0.5, unit_price: 2.75 / 0.5 },
  ],
  [
    'a whole percentage that leaves whole cents goes as a percentage',
    { quantity: 2000, discount: percent(1000) },
    { description: 'Café molido', quantity: 2, unit_price: 5.5, discount_percentage: 10 },
  ],
  ['no percentage is no field', { discount: percent(0) }, { description: 'Café molido', quantity: 1, unit_price: 5.5 }],
  [
    'a price of four decimals that comes to whole cents goes as it is',
    { quantity: 10_000_000, unitPrice: 3333 },
    { description: 'Café molido', quantity: 10_000, unit_price: 0.3333 },
  ],
  [
    'weighed goods go as one, with the weight in words',
    { description: 'Queso fresco', unit: 'kg', quantity: 455, unitPrice: 37_500 },
    { description: 'Queso fresco 0.455 kg × 3.75/kg', quantity: 1, unit_price: 1.71 },
  ],
  [
    'also a whole kilogram',
    { description: 'Queso fresco', unit: 'kg', quantity: 1000, unitPrice: 37_500 },
    { description: 'Queso fresco 1 kg × 3.75/kg', quantity: 1, unit_price: 3.75 },
  ],
  [
    'weighed goods with a percentage',
    { description: 'Queso', unit: 'kg', quantity: 455, unitPrice: 37_500, discount: percent(1000) },
    { description: 'Queso 0.455 kg × 3.75/kg −10 %', quantity: 1, unit_price: 1.54 },
  ],
  [
    'cents off go as one at the final price',
    { quantity: 3000, discount: amountOff(150) },
    { description: 'Café molido 3 × 5.50 −1.50', quantity: 1, unit_price: 15 },
  ],
  [
    'a fraction of a percent',
    { quantity: 2000, discount: percent(1250) },
    { description: 'Café molido 2 × 5.50 −12.5 %', quantity: 1, unit_price: 9.63 },
  ],
  [
    'a percentage that leaves a fraction of a cent',
    { unitPrice: 10_500, discount: percent(1000) },
    { description: 'Café molido 1 × 1.05 −10 %', quantity: 1, unit_price: 0.95 },
  ],
  [
    'what would have to be rounded',
    { quantity: 3000, unitPrice: 3333 },
    { description: 'Café molido 3 × 0.3333', quantity: 1, unit_price: 1 },
  ],
])('%s', (_, changes, wire) => {
  expect(lineOf(changes)).toEqual(wire)
})

test('a long description makes room for the reckoning', () => {
  const tail = ' 0.455 kg × 3.75/kg'
  const weighed = { unit: 'kg', quantity: 455, unitPrice: 37_500 } as const
  expect([
    lineOf({ ...weighed, description: 'q'.repeat(1000 - tail.length) }),
    lineOf({ ...weighed, description: 'q'.repeat(1000) }),
  ]).toEqual([
    { description: 'q'.repeat(1000 - tail.length) + tail, quantity: 1, unit_price: 1.71 },
    { description: `${'q'.repeat(999 - tail.length)}…${tail}`, quantity: 1, unit_price: 1.71 },
  ])
})

test('a long description is never cut inside a character', () => {
  const long = (start: string) =>
    lineOf({ description: start + '🧀'.repeat(499), unit: 'kg', quantity: 455, unitPrice: 37_500 }) as {
      description: string
    }
  expect(['', 'q'].map((start) => long(start).description.isWellFormed())).toEqual([true, true])
})

test('a customer goes with what is known of them, and a name', () => {
  const customerOf = (customer: RequestContent['customer']): unknown => JSON.parse(write({ customer }).body).customer
  expect([
    customerOf(aCustomer({ email: 'ana@correo.sv', phone: '71234567' })),
    customerOf({ ...NOBODY, email: 'ana@correo.sv' }),
    customerOf(null),
  ]).toEqual([
    {
      name: 'Ana Ramírez',
      document_type: '13',
      document_number: '01234567-8',
      email: 'ana@correo.sv',
      phone: '71234567',
    },
    { name: 'Consumidor Final', email: 'ana@correo.sv' },
    undefined,
  ])
})
