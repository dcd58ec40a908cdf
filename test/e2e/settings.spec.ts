import { expect, test } from './a-counter.ts'
import { COFFEE } from './at-the-counter.ts'

test('the language changes to English and back', async ({ counter }) => {
  const { page } = counter
  await counter.opensSettings('Caja')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('button', { name: 'Guardar cambios' }).click()
  await expect(page.getByText('Changes saved.')).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByRole('button', { name: 'Back to the sale' }).click()
  await expect(page.getByRole('combobox', { name: 'Scan or search a product' })).toBeFocused()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Charge' })).toBeVisible()

  await page.getByRole('button', { name: /^Settings: / }).click()
  await page.getByRole('button', { name: 'Español' }).click()
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('Cambios guardados.')).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
})

test('the name of the cashier shows in the status bar and outlives a restart', async ({ counter, till }) => {
  const { page } = counter
  await counter.opensSettings('Caja')
  await page.getByLabel('Nombre de quien atiende').fill('Rosa')
  await page.getByRole('button', { name: 'Guardar cambios' }).click()
  await expect(page.getByRole('button', { name: 'Ajustes: Tienda Demo, C01, Rosa' })).toBeVisible()
  await till.kill()
  await till.restart()
  await counter.opens(till.address())
  await expect(page.getByRole('button', { name: 'Ajustes: Tienda Demo, C01, Rosa' })).toBeVisible()
})

test('an impossible printer address is refused at its field, and the printer that works stays', async ({ counter }) => {
  const { page } = counter
  await counter.opensSettings('Impresora')
  const address = page.getByLabel('Dirección de la impresora')
  await address.fill('192.168.1.50')
  await page.getByRole('button', { name: 'Guardar cambios' }).click()
  await expect(address).toHaveAccessibleDescription(
    'La dirección no es válida. Use tcp://192.168.1.50:9100, file:/carpeta o none.',
  )
  await expect(address).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('button', { name: 'Descartar cambios' }).click()
  await expect(address).toHaveValue('none')
  await page.getByRole('button', { name: 'Probar impresora' }).click()
  await expect(page.getByText('La impresora responde.')).toBeVisible()
  await page.getByRole('button', { name: 'Volver a la venta' }).click()
  await counter.scans(COFFEE.code)
  await counter.charges()
  await expect(counter.charged.getByRole('region', { name: 'Impresión' })).toHaveText('Ticket oficial · Impreso')
})

test('a till code with a space and a wait of 0 seconds are refused at their fields', async ({ counter }) => {
  const { page } = counter
  await counter.opensSettings('Caja')
  await page.getByLabel('Código de la caja').fill('caja 1')
  await expect(page.getByLabel('Código de la caja')).toHaveAccessibleDescription(/^Use de 1 a 8 letras mayúsculas/)
  await page.getByRole('button', { name: 'Descartar cambios' }).click()
  await page.getByRole('button', { name: 'Impresora', exact: true }).click()
  await page.getByLabel('Segundos de espera').fill('0')
  await page.getByRole('button', { name: 'Guardar cambios' }).click()
  await expect(page.getByLabel('Segundos de espera')).toHaveAccessibleDescription('Escriba un número entero de 1 a 60.')
  await expect(page.getByRole('alert')).toHaveText('Un dato no es válido. Nada se cambió. Revise lo que escribió.')
})

test('a printer that is not there is told at the sale, and the paper comes out again on request', async ({
  counter,
}) => {
  const { page } = counter
  await counter.opensSettings('Impresora')
  await page.getByLabel('Dirección de la impresora').fill('tcp://127.0.0.1:9')
  await page.getByRole('button', { name: 'Guardar cambios' }).click()
  await expect(page.getByText('Cambios guardados.')).toBeVisible()
  await page.getByRole('button', { name: 'Volver a la venta' }).click()
  await counter.scans(COFFEE.code)
  await counter.charges()
  const printing = counter.charged.getByRole('region', { name: 'Impresión' })
  await expect(printing).toContainText('No se imprimió')
  await expect(printing).toContainText('No se encuentra la impresora.')
  await counter.beginsAnew()

  await counter.opensSettings('Impresora')
  await page.getByLabel('Dirección de la impresora').fill('none')
  await page.getByRole('button', { name: 'Guardar cambios' }).click()
  await expect(page.getByText('Cambios guardados.')).toBeVisible()
  await counter.papers(0).click()
  const drawer = counter.dialog('Impresora y papeles')
  await drawer.getByRole('button', { name: /^Imprimir de nuevo / }).click()
  await expect(drawer.getByRole('img', { name: /^Papel 1, / })).toBeVisible()
})

test.describe('with real sales ahead', () => {
  test.use({ mode: 'live' })

  test('a malformed key is refused and not kept; without a key the shop can still sell', async ({ counter }) => {
    const { page } = counter
    await expect(page.getByText('ENTRENAMIENTO')).toBeHidden()
    await expect(page.getByRole('status').filter({ hasText: 'Falta la clave del servicio.' })).toBeVisible()
    await counter.opensSettings('Servicio de facturas')
    await page.getByLabel('Clave nueva').fill('odt_123')
    await page.getByRole('button', { name: 'Guardar clave' }).click()
    await expect(page.getByRole('alert')).toHaveText(
      'La clave no tiene la forma correcta: empieza con odt_ y sigue con 56 caracteres. La clave anterior se conserva.',
    )
    await expect(page.getByText('Todavía no hay clave. Se puede vender; las facturas esperan.')).toBeVisible()
    await page.getByRole('button', { name: 'Volver a la venta' }).click()
    await counter.sellsFreely('Candado', '3.25')
    await counter.charges()
    await expect(counter.fiscalState).toHaveText(/^Venta guardada/)
  })
})
