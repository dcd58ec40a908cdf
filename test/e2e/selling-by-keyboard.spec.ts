import { expect, test } from './a-counter.ts'
import { COFFEE, SOAP } from './at-the-counter.ts'

test('a cashier sells three products by keyboard alone and gives change', async ({ counter }) => {
  const { page } = counter
  await counter.types('cafe')
  await expect(page.getByRole('listbox', { name: 'Productos encontrados' }).getByRole('option')).toHaveText([
    /Café molido/,
  ])
  await counter.types('Enter')
  await expect(counter.lines).toHaveCount(1)
  await counter.types(`3*${SOAP.code}`, 'Enter')
  await expect(counter.lines).toHaveCount(2)
  await counter.types('queso')
  await expect(page.getByRole('option', { name: /Queso fresco/ })).toBeVisible()
  await counter.types('Enter')
  await expect(counter.dialog('Peso de Queso fresco').getByLabel('Peso')).toBeFocused()
  await counter.types('0.455', 'Enter')
  await expect(counter.lines).toHaveCount(3)

  await counter.types('ArrowUp', 'F4')
  await expect(counter.dialog(`Descuento en ${SOAP.name}`)).toBeVisible()
  await counter.types('10', 'Enter')
  await expect(counter.lines).toHaveText([
    /^1 ×.*Café molido.*\$5\.50$/,
    /^3 ×.*Jabón de lavar.*−10 %.*\$1\.49$/,
    /^0\.455 kg.*Queso fresco.*\$1\.71$/,
  ])
  await expect(counter.total).toHaveText('$8.70')

  await counter.types('F12', '20')
  await expect(counter.due).toHaveText('$8.70')
  await expect(counter.change).toHaveText('$11.30')
  await counter.types('Enter')
  await expect(counter.charged).toBeVisible()
  await expect(counter.changeGiven).toHaveText('$11.30')
  await expect(counter.fiscalState).toHaveText('Factura emitida')
  await expect(counter.charged.getByRole('img', { name: /^Papel 1, / })).toBeVisible()
  await expect(counter.charged.getByRole('region', { name: 'Impresión' })).toHaveText('Ticket oficial · Impreso')

  await counter.beginsAnew()
  await expect(counter.cart.getByRole('heading')).toHaveText('Venta 000002')
  await expect(counter.total).toHaveText('$0.00')
  await expect(counter.papers(1)).toBeVisible()
  expect(await counter.ledger()).toEqual([
    { externalRef: expect.stringContaining('T01'), state: 'stamped', total: '8.70', posts: 1 },
  ])
})

test('the next customer’s scan begins the next sale, without a key in between', async ({ counter }) => {
  await counter.scans(COFFEE.code)
  await counter.charges()
  await counter.types(SOAP.code, 'Enter')
  await expect(counter.charged).toBeHidden()
  await expect(counter.lines).toHaveText([/Jabón de lavar/])
  await expect(counter.total).toHaveText('$0.55')
})

test('a scan lands in the sale wherever the focus is, and the same product twice is one line', async ({ counter }) => {
  await counter.cart.getByRole('button', { name: 'Cobrar' }).focus()
  await counter.scans(COFFEE.code, COFFEE.code)
  await expect(counter.lines).toHaveText([/^2 ×.*Café molido.*\$11\.00$/])
})

test('lines are chosen, counted and removed by keyboard', async ({ counter }) => {
  await counter.scans(COFFEE.code, SOAP.code)
  await counter.types('F3', '12', 'Enter')
  await expect(counter.total).toHaveText('$12.10')
  await counter.types('ArrowUp', 'Delete')
  await expect(counter.lines).toHaveText([/^12 ×.*Jabón de lavar.*\$6\.60$/])
})
