import { randomUUID } from 'node:crypto'
import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import type { Customer } from '#domain/customer/customer.ts'
import { type Line, NO_DISCOUNT } from '#domain/sale/line.ts'
import type { OpenSale } from '#domain/sale/sale.ts'
import type { Tender } from '#domain/sale/tender.ts'
import { aTill, ledgerOf } from '#support/a-till.ts'

const coffee: Line = {
  code: '2000000000015',
  description: 'Café molido 400 g',
  unit: 'unit',
  quantity: 30_000,
  unitPrice: 55_000,
  discount: NO_DISCOUNT,
}
const large: Customer = {
  name: 'Distribuidora Ejemplo',
  document: null,
  email: 'compras@ejemplo.com',
  phone: '22223333',
  taxpayer: { nit: '06141503851010', nrc: '1234567', contributor: 3 },
  activity: { code: '46293', description: 'Venta al por mayor de café oro y uva' },
  place: { kind: 'municipality', code: '0623', name: 'San Salvador Centro, San Salvador' },
  address: 'Calle Arce 12',
}
const abroad: Customer = {
  name: 'John Smith',
  document: { type: '03', number: 'X1234567' },
  email: null,
  phone: null,
  address: '5th Avenue 10, New York, USA',
}
const seller: Customer = {
  name: 'Juan Pérez',
  document: { type: '13', number: '01234567-8' },
  email: null,
  phone: null,
  address: 'Cantón El Carmen',
}

/** A till, and its screen as the counter uses it: charges this, lets it go out, and reads what became of it. */
const aCounter = async () => {
  const till = await aTill()
  const screen = createRouterClient(till.engine.router)
  const charge = async ({ lines, ...sale }: OpenSale, tenders: readonly Tender[]) => {
    const charged = { ...sale, lines: [...lines], tenders: [...tenders], attemptId: randomUUID() }
    const done = await screen.sale.complete(charged)
    if (!done.ok) throw new Error(done.error.code)
    await till.sendsEverything()
    const document = await screen.documents.get({ externalRef: done.value.document.externalRef })
    if (!document.ok) throw new Error(document.error.code)
    return { sale: done.value, document: document.value }
  }
  return { till, screen, charge }
}

test('a crédito fiscal that a large taxpayer paid whole: what the API withheld is settled in cash, once', async () => {
  const { till, screen, charge } = await aCounter()
  const { sale, document } = await charge({ lines: [coffee], customer: large, docType: '03' }, [
    { method: '02', amount: 16_500 },
  ])
  expect([sale, document]).toMatchObject([
    { totals: { total: 16_500, vat: 1_898 }, withheld: 146, change: 0 },
    { docType: '03', state: 'stamped', reportedWithheld: 146, dueDifference: 146, amountsDiffer: false },
  ])
  const { externalRef } = document
  const first = await screen.documents.settleDue({ externalRef, how: 'cash' })
  const again = await screen.documents.settleDue({ externalRef, how: 'credit' })
  const after = await screen.documents.get({ externalRef })
  expect([first, again, after]).toMatchObject([
    { ok: true, value: { dueDifference: 0 } },
    { ok: true, value: { dueDifference: 0 } },
    { ok: true, value: { dueSettlement: { difference: 146, how: 'cash' } } },
  ])
  expect(ledgerOf(till.simulator)).toEqual([{ ref: externalRef, state: 'stamped', posts: 1, total: '165.00' }])
})

test('the same paid as it is due leaves nothing to settle; on credit it has its term', async () => {
  const { charge } = await aCounter()
  const { document } = await charge(
    { lines: [coffee], customer: large, docType: '03', credit: { unit: 1, amount: 30 } },
    [{ method: '13', amount: 16_354 }],
  )
  expect(document).toMatchObject({ state: 'stamped', dueDifference: 0, credit: { unit: 1, amount: 30 } })
})

test('an export goes out at prices without VAT, to somebody abroad', async () => {
  const { charge } = await aCounter()
  const { sale, document } = await charge({ lines: [coffee], customer: abroad, docType: '11' }, [
    { method: '05', amount: 14_610 },
  ])
  expect([sale, document]).toMatchObject([
    { totals: { total: 14_610, vat: 0 }, withheld: 0 },
    { docType: '11', state: 'stamped', reportedTotal: 14_610, amountsDiffer: false, dueDifference: 0 },
  ])
})

test('a purchase of goods and a service: 10 % of the service is kept back, and the rest leaves the drawer', async () => {
  const { charge } = await aCounter()
  const corn: Line = { ...coffee, code: null, description: 'Maíz en grano', quantity: 1_000, unitPrice: 250_000 }
  const repair: Line = { ...corn, description: 'Reparación de vitrina', unitPrice: 1_000_000, isService: true }
  const { sale, document } = await charge({ lines: [corn, repair], customer: seller, docType: '14' }, [
    { method: '01', amount: 11_500 },
  ])
  expect([sale, document]).toMatchObject([
    { totals: { total: 12_500, vat: 0 }, withheld: 1_000, change: 0 },
    { docType: '14', state: 'stamped', reportedWithheld: 1_000, dueDifference: 0, amountsDiffer: false },
  ])
})
