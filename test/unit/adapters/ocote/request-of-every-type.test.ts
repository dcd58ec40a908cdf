import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { ocoteRequestWriter } from '#adapters/ocote/request-body.ts'
import type { RequestContent } from '#application/ports/request-writer.ts'
import { aCustomer, aTaxpayer } from '../../domain/a-customer.ts'
import { aLine, amountOff } from '../../domain/a-line.ts'

const DISTRICT = '0f4c4a5e-2b1d-4c7e-9a55-1c2d3e4f5a6b'
const LINE = '{"description":"Café molido","quantity":1,"unit_price":5.5}'
const CCF_BUYER =
  '"customer":{"name":"Ferretería Ñandú, S.A. de C.V.","nit":"06141503851010","nrc":"123456","type_contributor":3'

const base: RequestContent = {
  docType: '01',
  externalRef: 'REF',
  lines: [aLine()],
  customer: null,
  paymentMethod: '01',
  credit: null,
  origin: null,
  isWhole: false,
}
const seller = aCustomer({ name: 'Juan Pérez' })
const ofCcf = { docType: '05', origin: { relation: 'credits', externalRef: 'CCF' } } as const

test.each<[string, Partial<RequestContent>, string]>([
  [
    'an invoice to nobody',
    {},
    `{"doc_type":"01","external_ref":"REF","lines":[${LINE}],"payment_method":"01","transaction_condition":1}`,
  ],
  [
    'an invoice paid by card, to somebody with a district',
    { paymentMethod: '03', customer: aCustomer({ place: { kind: 'district', code: DISTRICT, name: 'Nahulingo' } }) },
    `{"doc_type":"01","external_ref":"REF","lines":[${LINE}],"customer":{"name":"Ana Ramírez","document_type":"13",` +
      `"document_number":"01234567-8","district":"${DISTRICT}"},"payment_method":"03","transaction_condition":1}`,
  ],
  [
    'a CCF on credit for 30 days, with activity, municipality and address',
    {
      docType: '03',
      paymentMethod: '13',
      credit: { unit: 1, amount: 30 },
      customer: {
        ...aTaxpayer(),
        activity: { code: '47111', description: 'Ferretería' },
        place: { kind: 'municipality', code: '0623', name: 'San Salvador Centro' },
        address: 'Calle Arce 12',
      },
    },
    `{"doc_type":"03","external_ref":"REF","lines":[${LINE}],${CCF_BUYER},"activity_code":"47111","department":"06",` +
      '"municipality":"23","address":"Calle Arce 12"},"payment_method":"13","transaction_condition":2,"deadline":1,"period":30}',
  ],
  [
    'an export',
    { docType: '11', customer: aCustomer({ document: { type: '03', number: 'AB12345' } }) },
    `{"doc_type":"11","external_ref":"REF","lines":[${LINE}],"customer":{"name":"Ana Ramírez","document_type":"03",` +
      '"document_number":"AB12345"},"payment_method":"01","transaction_condition":1}',
  ],
  [
    'a purchase of goods and a service, without a type of its own',
    { docType: '14', customer: seller, lines: [aLine(), aLine({ description: 'Flete', isService: true })] },
    `{"external_ref":"REF","lines":[${LINE},{"description":"Flete","quantity":1,"unit_price":5.5,"is_service":true}],` +
      '"customer":{"name":"Juan Pérez","document_type":"13","document_number":"01234567-8"},"payment_method":"01","transaction_condition":1}',
  ],
  [
    'a note over part of a CCF, by the CCF’s ref',
    { ...ofCcf, customer: aTaxpayer(), lines: [aLine({ quantity: 3_000, discount: amountOff(150) })] },
    '{"external_ref":"REF","document_id":"CCF","full_adjustment":false,' +
      '"lines":[{"description":"Café molido 3 × 5.50 −1.50","quantity":1,"unit_price":15}]}',
  ],
  [
    'a note over all of a CCF, without lines',
    { ...ofCcf, customer: aTaxpayer(), isWhole: true },
    '{"external_ref":"REF","document_id":"CCF","full_adjustment":true}',
  ],
])('%s, byte for byte', (_, changes, body) => {
  const sha256 = createHash('sha256').update(body, 'utf8').digest('hex')
  expect(ocoteRequestWriter.write({ ...base, ...changes })).toEqual({ body, sha256 })
})

test.each([
  [1, 30],
  [2, 6],
  [3, 1],
] as const)('a term on credit goes as its unit %i and its amount %i', (unit, amount) => {
  expect(JSON.parse(ocoteRequestWriter.write({ ...base, credit: { unit, amount } }).body)).toMatchObject({
    transaction_condition: 2,
    deadline: unit,
    period: amount,
  })
})
