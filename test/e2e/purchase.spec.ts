import { expect, test } from './a-counter.ts'
import { COFFEE } from './at-the-counter.ts'
import { whatIsCut } from './what-is-cut.ts'

test('what a person without NRC sells us: goods and a service, 10 % of it kept back, the rest out of the drawer', async ({
  counter,
}) => {
  const { page } = counter
  await page.keyboard.press('Shift+F5')
  await counter.types('ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter')
  await expect(counter.cart.getByRole('heading')).toHaveText('Compra 000001')
  const bought = counter.dialog('Lo que se compra')
  await counter.types('F7')
  await expect(bought.getByRole('button', { name: 'Bien' })).toHaveAttribute('aria-pressed', 'true')
  await counter.types('Maíz en grano', 'Tab', 'Tab', 'Tab', '25', 'Enter')
  await expect(bought).toBeHidden()
  await counter.types('F7')
  await bought.getByLabel('Descripción').fill('Reparación de vitrina')
  await bought.getByRole('button', { name: /^Servicio/ }).click()
  await bought.getByLabel('Precio acordado').fill('100')
  await counter.types('Enter')
  await expect(counter.lines).toHaveText([/Maíz en grano.*\$25\.00$/, /Reparación.*Servicio.*\$100\.00$/])
  await expect(counter.cart.getByRole('definition')).toHaveText(['$125.00', '$0.00', '$125.00', '−$10.00'])
  await expect(counter.total).toHaveText('$115.00')

  await counter.types('F12')
  const seller = counter.dialog('Vendedor')
  await expect(seller.getByLabel('Nombre')).toBeFocused()
  await counter.types('Juan Pérez', 'Tab', 'Tab', '01234567-8', 'Tab', 'Cantón El Carmen', 'Enter')
  await expect(seller).toBeHidden()
  await counter.types('F12')
  const payment = counter.dialog('Pagar compra')
  await expect(payment).toContainText('Entregue')
  await expect(counter.change).toHaveText('$115.00')
  await expect(payment.getByRole('group', { name: 'Montos probables' }).getByRole('button')).toHaveText(['Exacto'])
  await counter.types('120', 'Enter')
  await expect(page.getByRole('alert')).toHaveText('Entregue exactamente $115.00: de una compra no hay vuelto.')
  await payment.getByRole('button', { name: 'Exacto' }).click()
  await counter.types('Enter')

  const paid = counter.dialog('Compra pagada')
  await expect(counter.fiscalState).toHaveText('Compra registrada')
  await expect(counter.changeGiven).toHaveText('$115.00')
  await expect(page.getByTestId('withheld')).toHaveText('$10.00')
  await expect(page.getByTestId('due-difference')).toBeHidden()
  await counter.types('Enter')
  await expect(paid).toBeHidden()
  await expect(counter.cart.getByRole('heading')).toHaveText('Venta 000002')
  expect(await counter.ledger()).toMatchObject([{ state: 'stamped', total: '125.00', posts: 1 }])
})

test('a purchase is apart: a sale on the counter has to be charged or held first', async ({ counter }) => {
  const { page } = counter
  await counter.scans(COFFEE.code)
  await page.keyboard.press('Shift+F5')
  await counter
    .dialog('Documento de la venta')
    .getByRole('button', { name: /^Compra a sujeto excluido/ })
    .click()
  await expect(page.getByRole('alert')).toHaveText(/^Una compra va aparte de la venta\./)
  await expect(counter.total).toHaveText('$5.50')
})

test('a product that is scanned lends a purchase its name, and never its price', async ({ counter }) => {
  const { page } = counter
  await page.keyboard.press('Shift+F5')
  await counter.types('ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter', COFFEE.code, 'Enter')
  const bought = counter.dialog('Lo que se compra')
  await expect(bought.getByLabel('Descripción')).toHaveValue(COFFEE.name)
  await expect(bought.getByLabel('Precio acordado')).toHaveValue('')
})

test('nothing of a purchase is cut at 1024×768', async ({ counter }) => {
  const { page } = counter
  await page.setViewportSize({ width: 1024, height: 768 })
  await page.keyboard.press('Shift+F5')
  await counter.types('ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter')
  expect(await whatIsCut(page)).toEqual([])
  await counter.types('F7')
  await expect(counter.dialog('Lo que se compra')).toBeVisible()
  expect(await whatIsCut(page)).toEqual([])
})
