import type { Locator, Page } from '@playwright/test'
import { expect, test } from './a-counter.ts'
import { afterTheSale } from './after-the-sale.ts'
import { COFFEE, type Counter } from './at-the-counter.ts'

const reason = (dialog: Locator): Locator => dialog.getByLabel('Razón', { exact: true })
const detail = (page: Page, number: string): Locator => page.getByRole('region', { name: `Venta ${number}` })
const nothingPending = (counter: Counter): Promise<void> =>
  expect(counter.status.getByRole('button', { name: 'Pendientes 0' })).toBeVisible({ timeout: 20_000 })

const aStampedInvoice = async (counter: Counter): Promise<void> => {
  await counter.sells(COFFEE.code)
  await nothingPending(counter)
  await counter.opensDocuments()
  await counter.documentRow('Venta 000001, Factura, Emitida, $5.50').click()
  await expect(detail(counter.page, '000001')).toContainText('Se puede anular hasta el 18/02/2027.')
}

test('an invoice is cancelled by key, with a reason, and it says what to give back', async ({ counter }) => {
  const { page } = counter
  await aStampedInvoice(counter)
  await counter.types('F8')
  const dialog = counter.dialog('Anular: Factura 000001')
  await expect(reason(dialog)).toBeFocused()
  await counter.types('Enter')
  await expect(reason(dialog)).toHaveAccessibleDescription('Escriba la razón: queda en el diario.')
  await counter.types('Se cobró dos veces', 'Enter')
  await expect(dialog.getByRole('status')).toHaveText('Anulación pedida')
  await expect(dialog.getByRole('region', { name: 'Devuelva al cliente' })).toContainText('$5.50 Efectivo')
  await counter.types('Enter')
  await expect(dialog).toBeHidden()
  await expect(counter.documentRow('Venta 000001, Factura, Anulada, $5.50')).toBeVisible({ timeout: 20_000 })
  await expect(detail(page, '000001').getByRole('button', { name: 'Anular' })).toBeHidden()
  expect(await afterTheSale(counter).books()).toEqual(['01 cancelled 5.50'])
})

test('a cancellation asked for while the shop is offline goes out once the line is back', async ({ counter }) => {
  const { page } = counter
  await aStampedInvoice(counter)
  await counter.suffers('La tienda se queda sin Internet')
  await detail(page, '000001').getByRole('button', { name: 'Anular' }).click()
  const dialog = counter.dialog('Anular: Factura 000001')
  await dialog.getByRole('button', { name: 'Error al cobrar' }).click()
  await expect(reason(dialog)).toHaveValue('Error al cobrar')
  await dialog.getByRole('button', { name: 'Anular', exact: true }).click()
  await dialog.getByRole('button', { name: 'Aceptar' }).click()
  await expect(counter.documentRow('Venta 000001, Anulándose, $5.50')).toBeVisible()
  await counter.recoversFrom('La tienda se queda sin Internet')
  await expect(counter.documentRow('Venta 000001, Anulada, $5.50')).toBeVisible({ timeout: 30_000 })
  expect(await afterTheSale(counter).books()).toEqual(['01 cancelled 5.50'])
})

test('a late crédito fiscal becomes an automatic credit note, which is shown with its files', async ({ counter }) => {
  const { page } = counter
  const after = afterTheSale(counter)
  await after.movesService(-3)
  await after.issuesCcf([{ description: 'Mesa', pieces: 1, cents: 4_520 }])
  await counter.opensDocuments()
  await counter.documentRow('Venta 000001, Crédito fiscal, Emitida, $45.20').click()
  const its = detail(page, '000001')
  await expect(its).toContainText('El plazo para anular venció el 16/11/2026', { timeout: 20_000 })
  await after.movesService(0)
  await counter.types('F8')
  const dialog = counter.dialog('Anular: Crédito fiscal 000001')
  await expect(dialog).toContainText('se hará una nota de crédito automática por lo que vale entero.')
  await expect(reason(dialog)).toBeFocused()
  await counter.types('El cliente devolvió la mesa', 'Enter')
  await expect(dialog.getByRole('status')).toHaveText('Anulación pedida')
  await expect(dialog.getByRole('region', { name: 'Devuelva al cliente' })).toContainText('$45.20')
  await counter.types('Enter')
  await expect(dialog).toBeHidden()
  const related = its.getByRole('region', { name: 'Documentos relacionados' })
  await expect(related).toContainText(/nota DTE-05-M001P001-\d{15} por el total/, { timeout: 20_000 })
  await expect(its).toContainText('Sigue siendo válida: la nota de crédito del servicio le resta todo.')
  for (const [button, name] of [
    ['Guardar Carta de la nota de crédito', /\.note_invoice\.pdf$/],
    ['Guardar JSON de la nota de crédito', /\.note_json\.json$/],
  ] as const) {
    const download = page.waitForEvent('download', { timeout: 30_000 })
    await its.getByRole('button', { name: button }).click()
    expect((await download).suggestedFilename()).toMatch(name)
  }
  expect(await after.books()).toEqual(['03 cancelled 45.20', '05 stamped 45.20'])
})

test('where a PIN is set, nothing is cancelled without it', async ({ counter }) => {
  const { page } = counter
  await counter.opensSettings('Caja')
  await page.getByLabel('PIN nuevo', { exact: true }).fill('2468')
  await page.getByLabel('PIN nuevo, otra vez').fill('2468')
  await page.getByRole('button', { name: 'Poner PIN' }).click()
  await expect(page.getByText('PIN guardado.')).toBeVisible()
  await page.getByRole('button', { name: 'Volver a la venta' }).click()

  await aStampedInvoice(counter)
  await counter.types('F8')
  const dialog = counter.dialog('Anular: Factura 000001')
  const pin = dialog.getByLabel('PIN de la persona encargada')
  await reason(dialog).fill('Error al cobrar')
  await counter.types('Enter')
  await expect(pin).toHaveAccessibleDescription('Pida el PIN a la persona encargada.')
  await expect(pin).toBeFocused()
  await counter.types('1357', 'Enter')
  await expect(pin).toHaveAccessibleDescription('El PIN no es correcto.')
  expect(await afterTheSale(counter).books()).toEqual(['01 stamped 5.50'])
  await pin.fill('2468')
  await counter.types('Enter')
  await expect(dialog.getByRole('status')).toHaveText('Anulación pedida')
  await counter.types('Enter')
  await expect(counter.documentRow('Venta 000001, Anulada, $5.50')).toBeVisible({ timeout: 20_000 })

  await counter.opensSettings('Caja')
  await page.getByLabel('PIN actual').fill('2468')
  await page.getByRole('button', { name: 'Quitar PIN' }).click()
  await expect(page.getByText('PIN quitado.')).toBeVisible()
})
