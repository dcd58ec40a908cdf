import { expect, test } from './a-counter.ts'
import { COFFEE, SOAP } from './at-the-counter.ts'

/** Longer than the pause between two tries after an outage as short as these. */
const RETRIES_WITHIN = { timeout: 20_000 }

test('offline the sale is saved and a slip printed; back online it is stamped by itself and the ticket printed on request', async ({
  counter,
}) => {
  const { page, charged } = counter
  await counter.suffers('La tienda se queda sin Internet')
  await counter.scans(COFFEE.code)
  await counter.charges('10')
  await expect(counter.changeGiven).toHaveText('$4.50')
  await expect(counter.fiscalState).toHaveText('Venta guardada: la factura se emitirá al volver la conexión')
  await expect(charged.getByRole('region', { name: 'Impresión' })).toHaveText('Comprobante no fiscal · Impreso')
  await counter.beginsAnew()
  await counter.sells(SOAP.code)

  const bar = page.getByRole('status').filter({ hasText: 'Sin conexión desde las' })
  await expect(bar).toHaveText(/Sin conexión desde las \d\d:\d\d\. Puede seguir vendiendo.*Pendientes 2\./)
  await expect(counter.status.getByRole('button', { name: 'Sin conexión' })).toBeVisible()
  await expect(counter.papers(2)).toBeVisible()
  expect(await counter.ledger()).toEqual([])

  await counter.recoversFrom('La tienda se queda sin Internet')
  await expect(bar).toBeHidden(RETRIES_WITHIN)
  await expect(counter.status.getByRole('button', { name: 'Pendientes 0' })).toBeVisible(RETRIES_WITHIN)
  await expect(counter.status.getByRole('button', { name: 'En línea' })).toBeVisible()
  expect((await counter.ledger()).toSorted(byTotal)).toMatchObject([
    { state: 'stamped', total: '0.55', posts: 1 },
    { state: 'stamped', total: '5.50', posts: 1 },
  ])

  await counter.opensDocuments()
  await counter.documentRow('Venta 000001, Emitida, $5.50').click()
  const detail = page.getByRole('region', { name: 'Venta 000001' })
  await expect(detail).toContainText('Ticket')
  await detail.getByRole('button', { name: 'Imprimir' }).click()
  await expect(detail).toContainText('Ticket oficial · Impreso')
  await expect(counter.papers(3)).toBeVisible()
})

test('with Hacienda down the invoice is valid in contingency, and stamped when Hacienda is back', async ({
  counter,
}) => {
  const { page } = counter
  await counter.suffers('Hacienda no responde')
  await counter.scans(COFFEE.code)
  await counter.charges()
  await expect(counter.fiscalState).toHaveText('Factura emitida en contingencia')
  await expect(counter.charged.getByRole('region', { name: 'Impresión' })).toHaveText('Ticket oficial · Impreso')
  await counter.beginsAnew()
  await expect(page.getByRole('status').filter({ hasText: 'Hacienda no responde desde las' })).toBeVisible()

  await counter.recoversFrom('Hacienda no responde')
  await counter.opensDocuments()
  await counter.documentRow('Venta 000001, En contingencia, $5.50').click()
  await page.getByRole('button', { name: 'Reintentar ahora' }).click()
  await expect(counter.documentRow('Venta 000001, Emitida, $5.50')).toBeVisible()
  await expect(counter.status.getByRole('button', { name: 'En línea' })).toBeVisible()
  expect(await counter.ledger()).toMatchObject([{ state: 'stamped', total: '5.50', posts: 1 }])
})

test('rejected data are corrected from the documents and sent under the same reference', async ({ counter }) => {
  const { page } = counter
  await counter.expectsNext('Rechazar los datos')
  await counter.scans(COFFEE.code)
  await counter.types('F6')
  await counter.dialog('Cliente').getByLabel('Nombre').fill('Rosa Ejemplo')
  await counter.dialog('Cliente').getByLabel('Correo').fill('rosa@ejemplo.co')
  await counter.types('Enter')
  await counter.charges()
  await expect(counter.fiscalState).toHaveText('Hacienda rechazó los datos: corrija')
  await expect(counter.charged).toContainText('La venta está guardada y cobrada.')
  await expect(counter.charged.getByRole('region', { name: 'Impresión' })).toHaveText('Comprobante no fiscal · Impreso')
  await counter.beginsAnew()
  const [rejected] = await counter.ledger()
  expect(rejected).toMatchObject({ state: 'rejected', total: '5.50', posts: 1 })

  await counter.status.getByRole('button', { name: 'Por revisar 1' }).click()
  await counter.documentRow('Venta 000001, Rechazada, $5.50').click()
  await page.getByRole('button', { name: 'Corregir cliente' }).click()
  const dialog = counter.dialog('Corregir cliente de la venta 000001')
  await expect(dialog.getByLabel('Correo')).toBeFocused()
  await counter.types('Enter')
  await expect(dialog).toContainText('No cambió ningún dato.')
  await dialog.getByLabel('Correo').fill('rosa@ejemplo.com')
  await counter.types('Enter')
  await expect(dialog).toBeHidden()

  await page.getByRole('button', { name: 'Emitidas' }).click()
  await expect(counter.documentRow('Venta 000001, Emitida, $5.50')).toBeVisible()
  await expect(counter.status.getByRole('button', { name: /Por revisar/ })).toBeHidden()
  expect(await counter.ledger()).toEqual([{ ...rejected, state: 'stamped', posts: 2 }])
})

test('rejected data are corrected at the counter, while the buyer is still there', async ({ counter }) => {
  await counter.expectsNext('Rechazar los datos')
  await counter.scans(COFFEE.code)
  await counter.charges()
  await counter.charged.getByRole('button', { name: 'Corregir datos' }).click()
  const dialog = counter.dialog('Corregir cliente de la venta 000001')
  await dialog.getByLabel('Nombre').fill('Rosa Ejemplo')
  await counter.types('Enter')
  await expect(dialog).toBeHidden()
  await expect(counter.fiscalState).toHaveText('Factura emitida')
})

test('what the status bar counts is what its door shows', async ({ counter }) => {
  const { page } = counter
  await counter.expectsNext('Rechazar los datos')
  await counter.sells(COFFEE.code)
  await expect(counter.status.getByRole('button', { name: 'Por revisar 1' })).toBeVisible()
  await counter.status.getByRole('button', { name: /^Pendientes/ }).click()
  await expect(page.getByText('Nada pendiente')).toBeVisible()
  await expect(counter.status.getByRole('button', { name: /^Pendientes/ })).toHaveText('Pendientes 0')
})

test('a lost answer is asked about and the invoice issued once', async ({ counter }) => {
  await counter.expectsNext('Perder la respuesta')
  await counter.scans(COFFEE.code)
  await counter.charges()
  await expect(counter.fiscalState).toHaveText('Factura emitida', RETRIES_WITHIN)
  expect(await counter.ledger()).toMatchObject([{ state: 'stamped', total: '5.50', posts: 1 }])
})

test('with the key refused the shop goes on selling, and everything is sent once it works', async ({ counter }) => {
  await counter.suffers('La clave es rechazada')
  await counter.sells(COFFEE.code)
  await expect(counter.page.getByRole('status').filter({ hasText: 'El servicio rechazó la clave.' })).toBeVisible()
  await counter.opensSettings('Servicio de facturas')
  await counter.page.getByRole('button', { name: 'Comprobar clave' }).click()
  await expect(counter.page.getByRole('alert')).toHaveText(
    /^El servicio rechazó la clave\. Las ventas siguen guardadas\./,
  )
  await counter.recoversFrom('La clave es rechazada')
  await counter.page.getByRole('button', { name: 'Comprobar clave' }).click()
  await expect(counter.page.getByText('El servicio acepta la clave.')).toBeVisible()
  await expect(counter.status.getByRole('button', { name: 'En línea' })).toBeVisible(RETRIES_WITHIN)
  await expect(counter.status.getByRole('button', { name: 'Pendientes 0' })).toBeVisible(RETRIES_WITHIN)
  expect(await counter.ledger()).toMatchObject([{ state: 'stamped', total: '5.50', posts: 1 }])
})

test('a refused key is said in the status, and “Probar ahora” asks again at once', async ({ counter }) => {
  const { page } = counter
  await counter.suffers('La clave es rechazada')
  await counter.sells(COFFEE.code)
  await expect(counter.status.getByRole('button', { name: 'Clave rechazada' })).toBeVisible()
  await expect(counter.status.getByRole('button', { name: /^Pendientes 1 · \d+ min$/ })).toBeVisible()
  await counter.recoversFrom('La clave es rechazada')
  await page.getByRole('button', { name: 'Probar ahora' }).click()
  await expect(counter.status.getByRole('button', { name: 'En línea' })).toBeVisible()
  await expect(counter.status.getByRole('button', { name: 'Pendientes 0' })).toBeVisible(RETRIES_WITHIN)
})

const byTotal = (one: { readonly total: string }, other: { readonly total: string }): number =>
  Number(one.total) - Number(other.total)
