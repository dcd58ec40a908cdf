import { expect, test } from './a-counter.ts'
import { COFFEE } from './at-the-counter.ts'

test('an export by keyboard alone: the document is chosen, prices lose their VAT, the customer has a passport', async ({
  counter,
}) => {
  const { page } = counter
  await counter.scans(`3*${COFFEE.code}`)
  await expect(counter.total).toHaveText('$16.50')
  await page.keyboard.press('Shift+F5')
  const types = counter.dialog('Documento de la venta')
  await expect(types.getByRole('button', { name: /^Factura ?Para/ })).toBeFocused()
  await counter.types('ArrowDown', 'ArrowDown', 'Enter')
  await expect(types).toBeHidden()
  await expect(counter.lines).toHaveText([/\$4\.87 c\/u.*\$14\.61$/])
  await expect(counter.total).toHaveText('$14.61')

  await counter.types('F12')
  const form = counter.dialog('Cliente')
  await expect(form.getByLabel('Documento')).toHaveValue('03')
  await counter.types('John Smith', 'Tab', 'Tab', 'X1234567', 'Tab', '5th Avenue 10, New York, USA', 'Enter')
  await expect(form).toBeHidden()
  await counter.charges('t')
  await expect(counter.changeGiven).toHaveText('Pago exacto')
  await expect(counter.fiscalState).toHaveText('Factura de exportación emitida')
  await counter.beginsAnew()
  expect(await counter.ledger()).toMatchObject([{ state: 'stamped', total: '14.61', posts: 1 }])
})

test('what is typed at an export is a price without VAT, and so is its discount', async ({ counter }) => {
  const { page } = counter
  await page.keyboard.press('Shift+F5')
  await counter.types('ArrowDown', 'ArrowDown', 'Enter', 'F7')
  await expect(counter.dialog('Artículo sin código').getByLabel('Precio sin IVA')).toBeVisible()
  await counter.types('Hamaca', 'Tab', '25', 'Enter')
  await expect(counter.total).toHaveText('$25.00')
  await counter.types('F4')
  const discount = counter.dialog('Descuento en Hamaca')
  await discount.getByRole('button', { name: 'Monto $' }).click()
  await discount.getByLabel('Descuento', { exact: true }).last().fill('1.07')
  await expect(discount).toContainText('Queda en $23.93')
  await counter.types('Enter')
  await expect(counter.total).toHaveText('$23.93')
})
