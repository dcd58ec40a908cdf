import { expect, test } from './a-counter.ts'
import { CHEESE, COFFEE } from './at-the-counter.ts'

test('an unknown code sells nothing and is given back to be corrected', async ({ counter }) => {
  await counter.types('9999999999999', 'Enter')
  await expect(counter.page.getByRole('alert')).toHaveText(
    'No hay producto con el código 9999999999999. Búsquelo por nombre o véndalo como artículo libre (F7).',
  )
  await expect(counter.search).toHaveValue('9999999999999')
  await expect(counter.total).toHaveText('$0.00')
  await counter.scans(COFFEE.code)
  await expect(counter.page.getByRole('alert')).toBeHidden()
  await expect(counter.total).toHaveText('$5.50')
})

test('a name that nothing has says so', async ({ counter }) => {
  await counter.types('zzzz')
  await expect(counter.page.getByText('Nada coincide con «zzzz».')).toBeVisible()
  await counter.types('Enter')
  await expect(counter.page.getByRole('alert')).toHaveText(/^No hay producto con el código zzzz\./)
})

test('an empty sale is not charged', async ({ counter }) => {
  await counter.types('F12')
  await expect(counter.page.getByRole('alert')).toHaveText('La venta está vacía. Agregue un producto para cobrar.')
  await expect(counter.dialog('Cobrar')).toBeHidden()
})

test('a quantity of 0 is refused, scanned or typed', async ({ counter }) => {
  await counter.types(`0*${COFFEE.code}`, 'Enter')
  await expect(counter.page.getByRole('alert')).toHaveText('La cantidad debe ser mayor que 0.')
  await expect(counter.lines).toHaveCount(0)
  await counter.types('Escape')
  await counter.scans(COFFEE.code)
  await counter.types('F3', '0', 'Enter')
  const dialog = counter.dialog(`Cantidad de ${COFFEE.name}`)
  await expect(dialog.getByLabel('Cantidad')).toHaveAccessibleDescription('La cantidad debe ser mayor que 0.')
  await counter.types('Backspace', '4', 'Enter')
  await expect(dialog).toBeHidden()
  await expect(counter.total).toHaveText('$22.00')
})

test('a weight that is no number is refused, and the goods are not sold without one', async ({ counter }) => {
  await counter.types(CHEESE.code, 'Enter')
  const weight = counter.dialog('Peso de Queso fresco').getByLabel('Peso')
  await expect(weight).toBeFocused()
  await counter.types('0.4555', 'Enter')
  await expect(weight).toHaveAccessibleDescription(/^No se entiende la cantidad\./)
  await counter.types('Escape')
  await expect(counter.dialog('Peso de Queso fresco')).toBeHidden()
  await expect(counter.lines).toHaveCount(0)
})

test('an item at $0.00, or without a description, is refused', async ({ counter }) => {
  const dialog = counter.dialog('Artículo sin código')
  await counter.types('F7')
  await expect(dialog.getByLabel('Descripción')).toBeFocused()
  await counter.types('Tab', '0', 'Enter')
  await expect(dialog.getByLabel('Descripción')).toHaveAccessibleDescription('Escriba qué se vende.')
  await dialog.getByLabel('Descripción').fill('Candado')
  await counter.types('Enter')
  await expect(dialog.getByLabel('Precio con IVA')).toHaveAccessibleDescription('El precio debe ser mayor que $0.00.')
  await dialog.getByLabel('Precio con IVA').fill('3.25')
  await counter.types('Enter')
  await expect(counter.lines).toHaveText([/Candado.*\$3\.25$/])
})

test('a discount larger than the rules or than the line is refused', async ({ counter }) => {
  await counter.scans(COFFEE.code)
  await counter.types('F4', '100', 'Enter')
  const dialog = counter.dialog(`Descuento en ${COFFEE.name}`)
  const field = dialog.getByRole('textbox', { name: 'Descuento' })
  await expect(field).toHaveAccessibleDescription('El descuento debe estar entre 0 % y 99 %.')
  await dialog.getByRole('button', { name: 'Monto $' }).click()
  await field.fill('6')
  await counter.types('Enter')
  await expect(field).toHaveAccessibleDescription('El descuento es mayor que el valor de la línea.')
  await field.fill('5.50')
  await counter.types('Enter')
  await expect(field).toHaveAccessibleDescription(/^La línea queda en \$0\.00/)
  await field.fill('1.25')
  await counter.types('Enter')
  await expect(dialog).toBeHidden()
  await expect(counter.total).toHaveText('$4.25')
})

test('a DUI with a wrong digit is refused, the right one accepted', async ({ counter }) => {
  await counter.scans(COFFEE.code)
  await counter.types('F6')
  const dialog = counter.dialog('Cliente')
  await dialog.getByLabel('Nombre').fill('Rosa Ejemplo')
  await dialog.getByLabel('Número').fill('01234567-9')
  await dialog.getByRole('button', { name: 'Guardar cliente' }).click()
  await expect(dialog.getByLabel('Número')).toHaveAccessibleDescription(
    'El DUI no es válido. Son 9 dígitos, como 01234567-8; revise el último.',
  )
  await expect(dialog.getByLabel('Número')).toBeFocused()
  await dialog.getByLabel('Número').fill('01234567-8')
  await counter.types('Enter')
  await expect(dialog).toBeHidden()
  await expect(counter.cart.getByRole('button', { name: 'Cliente: Rosa Ejemplo' })).toBeVisible()
})

test('an e-mail and a phone that cannot be are refused', async ({ counter }) => {
  await counter.types('F6')
  const dialog = counter.dialog('Cliente')
  await dialog.getByLabel('Correo').fill('rosa@')
  await dialog.getByLabel('Teléfono').fill('1234')
  await counter.types('Enter')
  await expect(dialog.getByLabel('Correo')).toHaveAccessibleDescription(/^El correo no es válido\./)
  await dialog.getByLabel('Correo').fill('rosa@ejemplo.com')
  await counter.types('Enter')
  await expect(dialog.getByLabel('Teléfono')).toHaveAccessibleDescription(/^El teléfono no es válido\./)
})

test('from $25,000.00 on the buyer must be identified', async ({ counter }) => {
  const { page } = counter
  await counter.sellsFreely('Equipo de cocina', '25000')
  await expect(counter.total).toHaveText('$25,000.00')
  await counter.types('F12')
  await expect(page.getByRole('alert')).toContainText('Desde $25,000.00 la ley pide el nombre y el documento')
  await expect(counter.dialog('Cobrar')).toBeHidden()

  await page.getByRole('button', { name: 'Identificar al comprador' }).click()
  const dialog = counter.dialog('Cliente')
  await dialog.getByLabel('Nombre').fill('Rosa Ejemplo')
  await counter.types('Enter')
  await expect(dialog).toBeHidden()
  await counter.types('F12')
  await expect(page.getByRole('alert')).toContainText('Desde $25,000.00')

  await counter.types('F6')
  await dialog.getByLabel('Número').fill('01234567-8')
  await counter.types('Enter')
  await expect(dialog).toBeHidden()
  await counter.charges()
  await expect(counter.fiscalState).toHaveText('Factura emitida')
  expect(await counter.ledger()).toMatchObject([{ state: 'stamped', total: '25000.00' }])
})

test('up to $24,999.99 nobody asks for the buyer', async ({ counter }) => {
  await counter.sellsFreely('Equipo de cocina', '24999.99')
  await counter.charges()
  await expect(counter.fiscalState).toHaveText('Factura emitida')
  expect(await counter.ledger()).toMatchObject([{ state: 'stamped', total: '24999.99' }])
})
