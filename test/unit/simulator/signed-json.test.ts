import { expect, test } from 'vitest'
import { dteSchema } from '#support/dte-schema.ts'
import {
  type Answer,
  type Api,
  aCcf,
  aCompany,
  aCreditMemo,
  aPurchase,
  aSale,
  aSeller,
  aSimulator,
} from './a-simulator.ts'

const line = (quantity: number, unit_price: number, discount_percentage = 0, is_service = false) => ({
  description: 'Artículo',
  quantity,
  unit_price,
  discount_percentage,
  is_service,
})

const CARTS: Readonly<Record<string, readonly Record<string, unknown>[]>> = {
  'one thing': [line(1, 1.13)],
  'thirds of a cent': [line(3, 0.33333333), line(7, 1.005, 12.5), line(0.455, 3.75)],
  'a service and goods': [line(1, 60, 0, true), line(2, 20)],
  'discounts to the last': [line(10, 9.99, 99), line(4, 25, 33.33, true)],
  'a large one': [line(120, 113.0), line(1, 999.99)],
  'hundreds of lines': Array.from({ length: 300 }, (_, index) => line(1 + (index % 7), 0.01 + index / 8)),
}

const PLACE = { address: 'Calle La Mascota 5', department: '06', municipality: '23' }
const REACHED = { email: 'ana@correo.sv', phone: '71234567', activity_code: '47119', ...PLACE }

const ISSUED: Readonly<Record<string, (api: Api, lines: unknown) => Promise<Answer>>> = {
  'a factura': ({ issues }, lines) => issues(aSale({ external_ref: 'doc', lines })),
  'a named factura, withheld from': ({ issues }, lines) =>
    issues(aSale({ external_ref: 'doc', lines, customer: { ...aSeller(REACHED), type_contributor: 3 } })),
  'a CCF': ({ issues }, lines) => issues(aCcf({ external_ref: 'doc', lines, customer: aCompany(REACHED) })),
  'a CCF on credit, withheld from': ({ issues }, lines) =>
    issues(
      aCcf({
        external_ref: 'doc',
        lines,
        customer: aCompany({ type_contributor: 4 }),
        transaction_condition: 2,
        deadline: 1,
        period: 30,
      }),
    ),
  'a whole credit note': async ({ issues, credits }, lines) => {
    await issues(aCcf({ lines, customer: aCompany({ type_contributor: 3, ...REACHED }) }))
    return credits({ document_id: 'ccf', external_ref: 'doc', full_adjustment: true })
  },
  'a credit note of its own lines': async ({ issues, credits }, lines) => {
    await issues(aCcf({ lines: [line(1, 99_999)] }))
    return credits(aCreditMemo({ external_ref: 'doc', lines }))
  },
  'a credit note for the rest': async ({ issues, credits }, lines) => {
    await issues(aCcf({ lines: [...(lines as object[]), line(1, 5)] }))
    await credits(aCreditMemo({ lines: [line(1, 4.99)] }))
    return credits({ document_id: 'ccf', external_ref: 'doc', full_adjustment: true })
  },
  'an export': ({ issues }, lines) =>
    issues(aSale({ external_ref: 'doc', doc_type: '11', lines, customer: { name: 'Smith Inc.', ...REACHED } })),
  'a purchase': ({ buys }, lines) => buys(aPurchase({ external_ref: 'doc', lines, customer: aSeller(REACHED) })),
}

const stories = Object.keys(ISSUED).flatMap((document) => Object.keys(CARTS).map((cart) => [document, cart] as const))

test.each(stories)('the signed JSON of %s with %s keeps MH’s formats, and adds up', async (document, cart) => {
  const api = await aSimulator()
  const issued = await ISSUED[document]?.(api, CARTS[cart])
  expect(issued?.body).toMatchObject({ dte_success: true })
  const dte = await (await api.file('doc', 'json')).json()
  expect(dteSchema.safeParse(dte)).toMatchObject({ success: true })
  expect(dte).toMatchObject({
    identificacion: {
      numeroControl: issued?.body.control_number,
      codigoGeneracion: issued?.body.generation_code,
      fecEmi: '2026-11-22',
    },
    selloRecibido: issued?.body.reception_stamp,
  })
})

test('a note’s JSON names its CCF and has its receiver', async () => {
  const { issues, credits, file } = await aSimulator()
  const ccf = await issues(aCcf())
  await credits(aCreditMemo())
  expect(await (await file('note', 'json')).json()).toMatchObject({
    documentoRelacionado: [
      {
        tipoDocumento: '03',
        tipoGeneracion: 2,
        numeroDocumento: ccf.body.generation_code,
        fechaEmision: '2026-11-22',
      },
    ],
    receptor: { nit: '06141503851010', nrc: '123456' },
    cuerpoDocumento: [{ numeroDocumento: ccf.body.generation_code, precioUni: 10, ventaGravada: 20 }],
    resumen: { totalGravada: 20, tributos: [{ valor: 2.6 }], montoTotalOperacion: 22.6, ivaRete1: 0 },
  })
})

test('a purchase’s JSON has the income tax', async () => {
  const { buys, file } = await aSimulator()
  await buys(aPurchase())
  expect(await (await file('purchase', 'json')).json()).toMatchObject({
    sujetoExcluido: { tipoDocumento: '13', numDocumento: '01234567-8', nombre: 'Juan Pérez' },
    cuerpoDocumento: [
      { tipoItem: 1, compra: 40 },
      { tipoItem: 2, compra: 60 },
    ],
    resumen: { totalCompra: 100, reteRenta: 6, totalPagar: 94, totalLetras: 'NOVENTA Y CUATRO 00/100 DÓLARES' },
  })
})

test.each<[string, (dte: Record<string, Record<string, unknown>>) => void]>([
  [
    'an item that is not its price',
    ({ cuerpoDocumento }) => Object.assign(Object(cuerpoDocumento?.[0]), { compra: 9 }),
  ],
  ['a total that is not its items', ({ resumen }) => Object.assign(Object(resumen), { totalCompra: 100.02 })],
  ['a tax that is not 10 %', ({ resumen }) => Object.assign(Object(resumen), { reteRenta: 5 })],
  ['three decimals', ({ resumen }) => Object.assign(Object(resumen), { totalPagar: 94.001 })],
  [
    'another type’s number',
    ({ identificacion }) => Object.assign(Object(identificacion), { numeroControl: 'DTE-01-M001P001-000000000000001' }),
  ],
  ['a field too many', ({ resumen }) => Object.assign(Object(resumen), { totalIva: 0 })],
])('the schema sees %s', async (_name, spoil) => {
  const { buys, file } = await aSimulator()
  await buys(aPurchase())
  const dte = await (await file('purchase', 'json')).json()
  spoil(dte)
  expect(dteSchema.safeParse(dte)).toMatchObject({ success: false })
})
