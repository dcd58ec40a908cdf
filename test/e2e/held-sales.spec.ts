import { expect, test } from './a-counter.ts'
import { COFFEE, SOAP } from './at-the-counter.ts'

const RESUME = /^Retomar la venta de las \d\d:\d\d$/

test('a sale is set aside with F8 for another customer and taken back', async ({ counter }) => {
  const { page } = counter
  const held = counter.dialog('Ventas en espera')
  await counter.scans(`2*${COFFEE.code}`)
  await counter.types('F8')
  await expect(held.getByRole('button', { name: 'Poner esta venta en espera' })).toBeFocused()
  await counter.types('Enter')
  await expect(held).toBeHidden()
  await expect(page.getByText('Venta en espera. Retómela con F8.')).toBeVisible()
  await expect(counter.total).toHaveText('$0.00')

  await counter.sells(SOAP.code)
  await counter.types('F8')
  await expect(held.getByRole('button', { name: RESUME })).toBeVisible()
  await held.getByRole('button', { name: RESUME }).press('Enter')
  await expect(held).toBeHidden()
  await expect(counter.lines).toHaveText([/^2 ×.*Café molido.*\$11\.00$/])
  await counter.types('F8')
  await expect(held).toContainText('No hay ventas en espera')
  await counter.types('Escape')
  await counter.charges()
  await expect(counter.fiscalState).toHaveText('Factura emitida')
  expect(await counter.ledger()).toMatchObject([{ total: '0.55' }, { total: '11.00' }])
})

test('taking one sale back sets the open one aside; nothing is dropped', async ({ counter }) => {
  const held = counter.dialog('Ventas en espera')
  await counter.scans(COFFEE.code)
  await counter.types('F8')
  await held.getByRole('button', { name: 'Poner esta venta en espera' }).click()
  await expect(held).toBeHidden()
  await counter.scans(SOAP.code)
  await counter.types('F8')
  await held.getByRole('button', { name: RESUME }).click()
  await expect(held).toBeHidden()
  await expect(counter.total).toHaveText('$5.50')
  await counter.types('F8')
  await expect(held.getByRole('listitem')).toHaveText([/Jabón de lavar.*\$0\.55/])
})

test('a held sale outlives a killed till', async ({ counter, till }) => {
  const held = counter.dialog('Ventas en espera')
  await counter.scans(COFFEE.code)
  await counter.types('F8')
  await held.getByRole('button', { name: 'Poner esta venta en espera' }).click()
  await expect(held).toBeHidden()
  await till.kill()
  await till.restart()
  await counter.opens(till.address())
  await counter.types('F8')
  await held.getByRole('button', { name: RESUME }).click()
  await expect(counter.total).toHaveText('$5.50')
})
