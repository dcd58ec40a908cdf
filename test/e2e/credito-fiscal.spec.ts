import type { Locator } from '@playwright/test'
import { expect, test } from './a-counter.ts'
import { COFFEE, type Counter } from './at-the-counter.ts'
import { keepTaxCatalogs } from './keep-tax-catalogs.ts'
import { whatIsCut, whatIsTooSmallToTouch } from './what-is-cut.ts'

const NAME = 'Distribuidora Ejemplo, S.A. de C.V.'

/** Which document the counter is about to make, as its bar says. */
const typeNow = ({ cart }: Counter): Locator =>
  cart.getByRole('toolbar', { name: 'Documento de la venta' }).getByRole('button').first()

const fillsTaxpayer = async (form: Locator, contributor: '1' | '3'): Promise<void> => {
  await form.getByLabel('Nombre').fill(NAME)
  await form.getByLabel('NIT', { exact: true }).fill('0614-150385-101-0')
  await form.getByLabel('NRC', { exact: true }).fill('123456-7')
  await form.getByLabel('Contribuyente', { exact: true }).selectOption(contributor)
}

test('a large taxpayer pays the whole total by card, and the 1 % that was withheld goes back in cash', async ({
  counter,
  till,
}) => {
  const { page } = counter
  await keepTaxCatalogs(till, counter)
  await counter.scans(`30*${COFFEE.code}`)
  await counter.cart.getByRole('button', { name: 'Crédito fiscal' }).click()
  await expect(typeNow(counter)).toHaveText('Crédito fiscal')
  await expect(counter.cart).toContainText('Faltan nombre, NIT y NRC')

  await counter.cart.getByRole('button', { name: 'Cobrar' }).click()
  const form = counter.dialog('Cliente')
  await expect(form.getByLabel('Nombre')).toBeFocused()
  await fillsTaxpayer(form, '3')
  await form.getByRole('combobox', { name: 'Actividad económica' }).fill('mayor de cafe')
  await page.getByRole('option', { name: /^Venta al por mayor de café/ }).click()
  await form.getByRole('combobox', { name: 'Municipio o distrito' }).fill('mejica')
  await page.getByRole('option', { name: /^Mejicanos/ }).click()
  await form.getByRole('button', { name: 'Guardar cliente' }).click()
  await expect(form).toBeHidden()
  await expect(counter.cart.getByRole('definition')).toHaveText(['$146.02', '$18.98', '$165.00', '−$1.46'])
  await expect(counter.total).toHaveText('$163.54')

  await counter.cart.getByRole('button', { name: 'Cobrar' }).click()
  const payment = counter.dialog('Cobrar')
  await expect(counter.due).toHaveText('$163.54')
  await payment.getByRole('button', { name: 'Tarjeta de débito' }).click()
  await payment.getByRole('button', { name: 'Total $165.00' }).click()
  await expect(payment).toContainText('Quedan $1.46 a favor del cliente')
  await payment.getByRole('button', { name: 'Cobrar' }).click()

  await expect(counter.fiscalState).toHaveText('Crédito fiscal emitido')
  await expect(page.getByTestId('due-difference')).toHaveText('$1.46')
  await expect(counter.charged).toContainText('Devuelva al cliente')
  await counter.charged.getByRole('button', { name: 'Entregado en efectivo' }).click()
  await expect(counter.charged).toContainText('$1.46 entregados en efectivo')
  await expect(counter.charged.getByRole('button', { name: 'Nueva venta (Enter)' })).toBeFocused()
  await counter.beginsAnew()
  await expect(typeNow(counter)).toHaveText('Factura')
  expect(await counter.ledger()).toMatchObject([{ state: 'stamped', total: '165.00', posts: 1 }])
})

test('the same by keyboard alone, and what is withheld stays as a credit', async ({ counter, till }) => {
  const { page } = counter
  await keepTaxCatalogs(till, counter)
  await counter.scans(`30*${COFFEE.code}`)
  await counter.types('F5')
  await expect(typeNow(counter)).toHaveText('Crédito fiscal')
  await counter.types('F12')
  const form = counter.dialog('Cliente')
  await expect(form.getByLabel('Nombre')).toBeFocused()
  await counter.types(NAME, 'Tab', '06141503851010', 'Tab', '1234567', 'Tab')
  await expect(form.getByLabel('Contribuyente', { exact: true })).toBeFocused()
  await counter.types('3', 'Tab', 'cafe oro')
  await expect(page.getByRole('option', { name: /^Venta al por mayor de café oro/ })).toBeVisible()
  await counter.types('Enter')
  const activity = form.getByRole('combobox', { name: 'Actividad económica' })
  await expect(activity).toHaveValue(/^Venta al por mayor de café oro/)
  await counter.types('Tab', 'san salvador')
  await expect(page.getByRole('option', { name: /San Salvador/ }).first()).toBeVisible()
  await counter.types('ArrowDown', 'Escape')
  await expect(page.getByRole('option', { name: /San Salvador/ })).toHaveCount(0)
  await expect(form).toBeVisible()
  await counter.types('Enter')
  await expect(form).toBeHidden()

  await counter.types('F12', 'c', '165', 'Enter')
  await expect(counter.charged).toBeVisible()
  await expect(page.getByTestId('due-difference')).toHaveText('$1.46')
  await counter.types('F4')
  await expect(counter.charged).toContainText('$1.46 quedan como crédito')
  await counter.beginsAnew()
  expect(await counter.ledger()).toMatchObject([{ state: 'stamped', total: '165.00', posts: 1 }])
})

test('what is missing or wrong is named at its field, one after the other', async ({ counter }) => {
  await counter.scans(COFFEE.code)
  await counter.types('F5', 'F12')
  const form = counter.dialog('Cliente')
  const save = form.getByRole('button', { name: 'Guardar cliente' })
  for (const [label, value, complaint] of [
    ['Nombre', NAME, 'Escriba el nombre.'],
    ['NIT', '0614-150385-101-1', 'Escriba el NIT.'],
    ['NRC', '1', 'Escriba el NRC.'],
  ] as const) {
    await save.click()
    await expect(form.getByLabel(label, { exact: true })).toBeFocused()
    await expect(form).toContainText(complaint)
    await form.getByLabel(label, { exact: true }).fill(value)
  }
  await expect(form).toContainText('El último dígito no coincide')
  await save.click()
  await expect(form.getByLabel('Contribuyente', { exact: true })).toBeFocused()
  await form.getByLabel('Contribuyente', { exact: true }).selectOption('1')
  await save.click()
  await expect(form.getByLabel('NRC', { exact: true })).toBeFocused()
  await expect(form).toContainText('El NRC no es válido')
  await form.getByLabel('NRC', { exact: true }).fill('123456-7')
  await save.click()
  await expect(form).toBeHidden()
  await expect(counter.cart).toContainText(NAME)
})

test('without a connection the catalogues are the ones kept here, and the crédito fiscal goes out later', async ({
  counter,
  till,
}) => {
  const { page } = counter
  await keepTaxCatalogs(till, counter)
  await counter.suffers('La tienda se queda sin Internet')
  await counter.scans(COFFEE.code)
  await counter.types('F5', 'F12')
  const form = counter.dialog('Cliente')
  await fillsTaxpayer(form, '1')
  await form.getByRole('combobox', { name: 'Actividad económica' }).fill('arroz')
  await page.getByRole('option', { name: /^Cultivo de arroz/ }).click()
  await form.getByRole('button', { name: 'Guardar cliente' }).click()
  await counter.charges()
  await expect(counter.fiscalState).toHaveText('Venta guardada: el crédito fiscal se emitirá al volver la conexión')
  await counter.beginsAnew()
  await counter.recoversFrom('La tienda se queda sin Internet')
  await expect.poll(() => counter.ledger(), { timeout: 30_000 }).toMatchObject([{ state: 'stamped', total: '5.50' }])
})

test('a crédito fiscal is held with its document and its customer; a till without catalogues says so', async ({
  counter,
}) => {
  await counter.scans(COFFEE.code)
  await counter.types('F5', 'F6')
  const form = counter.dialog('Cliente')
  await expect(form).toContainText('Aún no hay catálogos en esta caja')
  await fillsTaxpayer(form, '1')
  await form.getByRole('button', { name: 'Guardar cliente' }).click()
  await counter.types('F8', 'Enter')
  await expect(typeNow(counter)).toHaveText('Factura')
  await counter.types('F8')
  const held = counter.dialog('Ventas en espera')
  await expect(held.getByRole('listitem')).toContainText('Crédito fiscal')
  await held.getByRole('button', { name: /^Retomar/ }).click()
  await expect(typeNow(counter)).toHaveText('Crédito fiscal')
  await expect(counter.cart).toContainText(NAME)
  await counter.page.reload()
  await expect(typeNow(counter)).toHaveText('Crédito fiscal')
})

for (const [width, height] of [
  [1280, 800],
  [1024, 768],
] as const)
  test(`nothing of a crédito fiscal is cut or too small at ${width}×${height}`, async ({ counter, till }) => {
    const { page } = counter
    await page.setViewportSize({ width, height })
    await keepTaxCatalogs(till, counter)
    const fits = async (): Promise<void> => {
      expect(await whatIsCut(page)).toEqual([])
      expect(await whatIsTooSmallToTouch(page)).toEqual([])
    }
    await counter.scans(`30*${COFFEE.code}`)
    await page.keyboard.press('Shift+F5')
    await expect(counter.dialog('Documento de la venta')).toBeVisible()
    await fits()
    await counter.types('ArrowDown', 'Enter', 'F12')
    const form = counter.dialog('Cliente')
    await fillsTaxpayer(form, '3')
    await fits()
    await form.getByRole('button', { name: 'Guardar cliente' }).click()
    await fits()
    await counter.types('F12')
    await expect(counter.due).toHaveText('$163.54')
    await fits()
    await counter.types('d', '165', 'Enter')
    await expect(page.getByTestId('due-difference')).toBeVisible()
    await fits()
    await expect(counter.charged.getByRole('button', { name: 'Nueva venta (Enter)' })).toBeInViewport({ ratio: 1 })
  })
