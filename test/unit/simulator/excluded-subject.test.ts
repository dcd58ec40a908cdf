import { expect, test } from 'vitest'
import { aCcf, aPurchase, aSale, aSeller, aSimulator } from './a-simulator.ts'

const service = (unit_price: number): Record<string, unknown> => ({
  description: 'Servicio',
  quantity: 1,
  unit_price,
  is_service: true,
})

test('a purchase has no VAT, and ten per cent of its services is withheld', async () => {
  const { simulator, buys, gets } = await aSimulator()
  const bought = await buys(aPurchase())
  expect(bought).toMatchObject({
    status: 200,
    body: {
      dte_success: true,
      is_duplicate: false,
      control_number: 'DTE-14-M001P001-000000000000001',
      amount_gross: 100,
      amount_taxable: 100,
      amount_vat: 0,
      amount_withheld: 6,
      amount_due: 94,
      ticket_url: '',
      invoice_url: expect.stringContaining('type=invoice'),
    },
  })
  expect((await gets('/suex/status/purchase')).body).toEqual(bought.body)
  expect(simulator.ledger()).toMatchObject([
    { externalRef: 'purchase', docType: '14', relatedTo: null, total: '100.00', withheld: '6.00' },
  ])
  expect((await buys(aPurchase())).body).toEqual({ ...bought.body, is_duplicate: true })
})

test.each([
  ['goods alone', [{ description: 'Maíz', quantity: 1, unit_price: 200 }], 0],
  ['services of 0.05 and 0.10, half a cent up', [service(0.05), service(0.1)], 0.02],
  ['a discounted service', [{ ...service(50), discount_percentage: 10 }], 4.5],
])('income tax withheld from %s', async (_name, lines, amount_withheld) => {
  const { buys } = await aSimulator()
  expect((await buys(aPurchase({ lines }))).body).toMatchObject({ amount_withheld })
})

test.each<[string, Record<string, unknown>]>([
  ['customer: es obligatorio para el tipo de documento 14', { customer: undefined }],
  [
    'customer.document_type: es obligatorio; customer.name: es obligatorio; customer.document_number: es obligatorio',
    { customer: {} },
  ],
  ['lines[0].is_service: debe ser true o false', { lines: [{ ...service(1), is_service: 'sí' }] }],
  ['lines: debe contener al menos una línea', { lines: [] }],
  ['external_ref: es obligatorio', { external_ref: null }],
  ['period: debe ser un entero mayor que 0', { transaction_condition: 2, deadline: 1, period: 0 }],
])('400: %s', async (detail, changes) => {
  const { simulator, buys } = await aSimulator()
  expect(await buys(aPurchase(changes))).toMatchObject({ status: 400, body: { detail } })
  expect(simulator.ledger()).toEqual([])
})

test('the type is the route’s, whatever the body says', async () => {
  const { buys } = await aSimulator()
  expect((await buys(aPurchase({ doc_type: '01' }))).body.control_number).toMatch(/^DTE-14-/)
})

test('a document is a 404 on the routes of other types', async () => {
  const { issues, buys, gets, posts } = await aSimulator()
  await issues(aSale({ external_ref: 'sale' }))
  await buys(aPurchase())
  const statusOf = async (answers: Promise<{ status: number }>[]) =>
    (await Promise.all(answers)).map(({ status }) => status)
  expect({
    purchase: await statusOf([
      gets('/status/purchase'),
      gets('/credit-memo/status/purchase'),
      posts('/invalidate/purchase'),
      gets('/invalidate/status/purchase'),
    ]),
    sale: await statusOf([
      gets('/suex/status/sale'),
      gets('/credit-memo/status/sale'),
      posts('/invalidate/suex/sale'),
      gets('/invalidate/suex/status/sale'),
    ]),
    own: await statusOf([
      gets('/suex/status/purchase'),
      gets('/invalidate/suex/status/purchase'),
      gets('/status/sale'),
    ]),
    unknown: await statusOf([gets('/suex/status/x'), posts('/invalidate/suex/x'), gets('/invalidate/suex/status/x')]),
  }).toEqual({
    purchase: [404, 404, 404, 404],
    sale: [404, 404, 404, 404],
    own: [200, 200, 200],
    unknown: [404, 404, 404],
  })
})

test('a ref is one company’s for all types: a stamped document answers for it, one that is not is a 409', async () => {
  const { simulator, issues, buys } = await aSimulator()
  const sold = await issues(aCcf({ external_ref: 'same' }))
  expect((await buys(aPurchase({ external_ref: 'same' }))).body).toEqual({ ...sold.body, is_duplicate: true })
  await buys(aPurchase({ external_ref: 'other', customer: aSeller({ email: 'x' }) }))
  expect(await issues(aSale({ external_ref: 'other' }))).toMatchObject({
    status: 409,
    body: { detail: 'El documento ya fue registrado con el tipo 14' },
  })
  expect(simulator.ledger()).toHaveLength(2)
})

test('a purchase is cancelled on its own route, once', async () => {
  const { buys, posts, gets } = await aSimulator()
  await buys(aPurchase())
  const cancelled = await posts('/invalidate/suex/purchase')
  expect(cancelled).toMatchObject({ status: 200, body: { success: true, cancelled: true, created_credit_memo: false } })
  expect((await posts('/invalidate/suex/purchase')).body).toEqual(cancelled.body)
  expect((await gets('/invalidate/suex/status/purchase')).body).toEqual(cancelled.body)
  expect((await gets('/suex/status/purchase')).body).toMatchObject({ cancelled: true })
})
