import type { Locator, Page } from '@playwright/test'
import { expect, test } from './a-counter.ts'
import { afterTheSale } from './after-the-sale.ts'
import type { Counter } from './at-the-counter.ts'

const detail = (page: Page, number: string): Locator => page.getByRole('region', { name: `Venta ${number}` })
const reason = (dialog: Locator): Locator => dialog.getByLabel('Razón', { exact: true })
const sums = (dialog: Locator): Promise<readonly string[]> => dialog.getByRole('definition').allTextContents()

const aStampedCcf = async (counter: Counter) => {
  const after = afterTheSale(counter)
  await after.issuesCcf([
    { description: 'Silla', pieces: 3, cents: 1_695 },
    { description: 'Mesa', pieces: 1, cents: 4_520 },
  ])
  await counter.opensDocuments()
  await counter.documentRow('Venta 000001, Crédito fiscal, Emitida, $96.05').click()
  await expect(detail(counter.page, '000001').getByRole('button', { name: 'Nota de crédito' })).toBeVisible()
  return after
}

test('a crédito fiscal is credited in part, then for all that is left, and never for more', async ({ counter }) => {
  const { page } = counter
  const after = await aStampedCcf(counter)
  await counter.types('F7')
  const dialog = counter.dialog('Nota de crédito de Crédito fiscal 000001')
  await expect(dialog.getByLabel('Vuelve de Silla', { exact: true })).toBeFocused()
  await counter.types('ArrowUp')
  await expect.poll(() => sums(dialog)).toEqual(['$15.00', '$1.95', '$16.95'])
  await reason(dialog).fill('Vino rota')
  await counter.types('Enter')
  await expect(dialog.getByRole('status')).toHaveText('Nota de crédito guardada')
  await expect(dialog.getByRole('region', { name: 'Devuelva al cliente' })).toContainText('$16.95 Efectivo')

  await dialog.getByRole('button', { name: 'Ver la nota' }).click()
  await detail(page, '000002').getByRole('button', { name: 'Resta de Crédito fiscal 000001' }).click()
  await expect(
    detail(page, '000001').getByRole('button', { name: /^Con nota de crédito 000002 · \$16\.95/ }),
  ).toBeVisible()
  await expect(counter.documentRow('Venta 000002, Nota de crédito, Emitida, $16.95')).toBeVisible({ timeout: 20_000 })

  await counter.types('F7')
  await expect(dialog).toContainText('puede volver 2')
  await dialog.getByLabel('Vuelve de Silla', { exact: true }).fill('3')
  await expect(dialog.getByRole('alert')).toHaveText('Esa línea ya no tiene tanto por devolver. Baje la cantidad.')
  await dialog.getByRole('button', { name: 'Todo lo que queda' }).click()
  await expect.poll(() => sums(dialog)).toEqual(['$70.00', '$9.10', '$79.10'])
  await dialog.getByLabel('Cómo se devuelve el dinero').selectOption('Transferencia')
  await dialog.getByRole('button', { name: 'Devolución' }).click()
  await dialog.getByRole('button', { name: 'Hacer la nota' }).click()
  await expect(dialog.getByRole('region', { name: 'Devuelva al cliente' })).toContainText('$79.10 Transferencia')
  await counter.types('Enter')
  await expect(detail(page, '000001')).toContainText('Las notas de crédito ya se llevaron todo lo vendido.')
  await expect(counter.documentRow('Venta 000003, Nota de crédito, Emitida, $79.10')).toBeVisible({ timeout: 20_000 })
  expect(await after.books()).toEqual(['03 stamped 96.05', '05 stamped 16.95', '05 stamped 79.10'])

  await counter.types('F10')
  const types = page.getByRole('table', { name: 'Por tipo' })
  await expect(types.getByRole('row', { name: 'Nota de crédito' })).toHaveText('Nota de crédito2−$96.05')
  await expect(page.getByRole('table', { name: 'Por forma de pago' })).toContainText('Transferencia−$79.10')
})

test('a lost answer and a second press make one note', async ({ counter }) => {
  const { page } = counter
  const after = await aStampedCcf(counter)
  await page.route(
    '**/rpc/documents/credit',
    async (route) => {
      await route.fetch()
      await route.abort()
    },
    { times: 1 },
  )
  await counter.types('F7')
  const dialog = counter.dialog('Nota de crédito de Crédito fiscal 000001')
  await dialog.getByRole('button', { name: 'Uno más de Mesa' }).click()
  await reason(dialog).fill('Vino rota')
  await counter.types('Enter')
  await expect(dialog.getByRole('alert')).toHaveText(/^No se sabe si quedó guardado\./)
  await counter.types('Enter')
  await expect(dialog.getByRole('status')).toHaveText('Nota de crédito guardada')
  await counter.types('Enter')
  await expect(counter.documentRow('Venta 000002, Nota de crédito, Emitida, $45.20')).toBeVisible({ timeout: 20_000 })
  expect(await after.books()).toEqual(['03 stamped 96.05', '05 stamped 45.20'])
})

test('a note that was rejected is not corrected but given up, and then its crédito fiscal is cancelled', async ({
  counter,
}) => {
  const { page } = counter
  const after = await aStampedCcf(counter)
  await counter.expectsNext('Rechazar los datos')
  await counter.types('F7')
  const dialog = counter.dialog('Nota de crédito de Crédito fiscal 000001')
  await dialog.getByRole('button', { name: 'Uno más de Mesa' }).click()
  await reason(dialog).fill('Vino rota')
  await counter.types('Enter')
  await dialog.getByRole('button', { name: 'Ver la nota' }).click()
  const note = detail(page, '000002')
  await expect(note).toContainText('La nota no se aceptó y no cuenta.', { timeout: 20_000 })
  await expect(note.getByRole('button', { name: 'Corregir cliente' })).toBeHidden()

  await counter.types('F8')
  const giving = counter.dialog('Dejar sin efecto: Nota de crédito 000002')
  await expect(reason(giving)).toBeFocused()
  await expect(giving).toContainText('Lo que se devolvió ($45.20) tiene que arreglarse con el cliente')
  await counter.types('Enter')
  await expect(reason(giving)).toHaveAccessibleDescription('Escriba la razón: queda en el diario.')
  await counter.types('No la aceptan', 'Enter')
  await expect(giving.getByRole('status')).toHaveText('Nota sin efecto')
  await counter.types('Enter')
  await expect(counter.documentRow('Venta 000002, Nota de crédito, Sin efecto, $45.20')).toBeVisible()
  await expect(note).toContainText('No se aceptó y se dejó sin efecto: no cuenta ni se envía.')

  await note.getByRole('button', { name: 'Resta de Crédito fiscal 000001' }).click()
  await detail(page, '000001').getByRole('button', { name: 'Anular' }).click()
  const cancelling = counter.dialog('Anular: Crédito fiscal 000001')
  await reason(cancelling).fill('Vino rota')
  await counter.types('Enter')
  await expect(cancelling.getByRole('status')).toHaveText('Anulación pedida')
  await counter.types('Enter')
  await expect(counter.documentRow('Venta 000001, Crédito fiscal, Anulada, $96.05')).toBeVisible({ timeout: 20_000 })
  expect(await after.books()).toEqual(['03 cancelled 96.05', '05 rejected 45.20'])
})

test('a letter opens in a tab of its own, and is saved where no tab may be opened', async ({ counter }) => {
  const { page } = counter
  await aStampedCcf(counter)
  const open = detail(page, '000001').getByRole('button', { name: 'Abrir la carta' })
  const tab = page.waitForEvent('popup', { timeout: 20_000 })
  await open.click()
  const letter = await tab
  await expect.poll(() => letter.url()).toMatch(/^blob:http:\/\/127\.0\.0\.1:\d+\//)
  await letter.close()

  await page.evaluate(() => {
    window.open = () => null
  })
  const download = page.waitForEvent('download', { timeout: 20_000 })
  await open.click()
  expect((await download).suggestedFilename()).toMatch(/\.invoice\.pdf$/)
  await expect(detail(page, '000001')).toContainText(/Aquí no se puede abrir; quedó guardado: .*\.invoice\.pdf/)
})
