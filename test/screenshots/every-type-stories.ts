import type { Locator } from '@playwright/test'
import { afterTheSale } from '../e2e/after-the-sale.ts'
import { COFFEE, type Counter, expect, SOAP } from '../e2e/at-the-counter.ts'

type Shoot = (name: string) => Promise<void>

const NOTEBOOK = '2000000000565'

/** What the pointer hangs over is no part of the picture. */
const shot = async ({ page }: Counter, shoot: Shoot, name: string): Promise<void> => {
  await page.mouse.move(0, 0)
  await shoot(name)
}

const fillsTaxpayer = async (form: Locator): Promise<void> => {
  await form.getByLabel('Nombre').fill('Distribuidora de Ejemplo, S.A. de C.V.')
  await form.getByLabel('NIT', { exact: true }).fill('0614-150385-101-0')
  await form.getByLabel('NRC', { exact: true }).fill('123456-7')
  await form.getByLabel('Contribuyente', { exact: true }).selectOption('3')
}

/** The counter: a crédito fiscal to a large buyer, an export, a purchase from a person without NRC. */
export const typesStory = async (counter: Counter, shoot: Shoot): Promise<void> => {
  const { page } = counter
  await counter.scans(`30*${COFFEE.code}`, `4*${NOTEBOOK}`)
  await counter.types('F5', 'F6')
  const form = counter.dialog('Cliente')
  await fillsTaxpayer(form)
  await counter.types('Enter')
  await expect(form).toBeHidden()
  await counter.types('F12')
  await expect(counter.due).toBeVisible()
  await shot(counter, shoot, 'credito-fiscal')
  await counter.types('d')
  await page.getByRole('button', { name: /^Total \$/ }).click()
  await counter.types('Enter')
  await expect(page.getByTestId('due-difference')).toBeVisible()
  await shot(counter, shoot, 'credito-fiscal-result')
  await counter.types('F2')
  await counter.beginsAnew()

  await counter.scans(`3*${COFFEE.code}`)
  await page.keyboard.press('Shift+F5')
  await counter.types('ArrowDown', 'ArrowDown', 'Enter')
  await expect(counter.dialog('Documento de la venta')).toBeHidden()
  await shot(counter, shoot, 'export')
  await counter.types('Delete')

  await page.keyboard.press('Shift+F5')
  await counter
    .dialog('Documento de la venta')
    .getByRole('button', { name: /^Compra a sujeto excluido/ })
    .click()
  const bought = counter.dialog('Lo que se compra')
  await counter.types('F7', 'Maíz en grano', 'Tab', 'Tab', 'Tab', '25', 'Enter')
  await expect(bought).toBeHidden()
  await counter.types('F7')
  await bought.getByLabel('Descripción').fill('Reparación de vitrina')
  await bought.getByRole('button', { name: /^Servicio/ }).click()
  await bought.getByLabel('Precio acordado').fill('100')
  await counter.types('Enter')
  await expect(bought).toBeHidden()
  await shot(counter, shoot, 'purchase')
}

/** Afterwards: a credit note in part, a crédito fiscal cancelled too late, a return while the shop is offline, a month for the accountant. */
export const afterwardsStory = async (counter: Counter, shoot: Shoot): Promise<void> => {
  const { page } = counter
  const after = afterTheSale(counter)
  await after.issuesCcf([
    { description: 'Silla de ejemplo', pieces: 3, cents: 1_695 },
    { description: 'Mesa de ejemplo', pieces: 1, cents: 4_520 },
  ])
  await counter.opensDocuments()
  await counter.documentRow(/000001/).click()
  await expect(page.getByRole('button', { name: 'Nota de crédito' })).toBeVisible()
  await counter.types('F7')
  await expect(counter.dialog(/^Nota de crédito/)).toBeVisible()
  await counter.types('ArrowUp', 'ArrowUp')
  await shot(counter, shoot, 'credit-note')
  await counter.types('Escape', 'Escape')

  await after.movesService(-3)
  await after.issuesCcf([{ description: 'Mesa de ejemplo', pieces: 1, cents: 4_520 }])
  await counter.opensDocuments()
  await counter.documentRow(/000002/).click()
  const late = page.getByRole('region', { name: 'Venta 000002' })
  await expect(late).toContainText('El plazo para anular venció', { timeout: 20_000 })
  await after.movesService(0)
  await counter.types('F8', 'El cliente devolvió la mesa', 'Enter')
  await expect(counter.dialog(/^Anular/).getByRole('status')).toHaveText('Anulación pedida')
  await counter.types('Enter')
  await expect(late.getByRole('region', { name: 'Documentos relacionados' })).toContainText(/DTE-05-/, {
    timeout: 20_000,
  })
  await shot(counter, shoot, 'late-credito-fiscal')
  await counter.types('Escape')

  await counter.sells(`2*${COFFEE.code}`, SOAP.code)
  await expect(counter.status.getByRole('button', { name: 'Pendientes 0' })).toBeVisible({ timeout: 20_000 })
  await counter.opensDocuments()
  await counter.documentRow(/000003/).click()
  await expect(page.getByRole('button', { name: 'Devolución parcial' })).toBeVisible()
  await counter.suffers('La tienda se queda sin Internet')
  await counter.types('F7', 'ArrowUp')
  const back = counter.dialog(/^Devolución parcial/)
  await back.getByLabel('Razón', { exact: true }).fill('Vino rota la bolsa')
  await counter.types('Enter')
  await expect(back.getByRole('status')).toHaveText('Devolución guardada')
  await shot(counter, shoot, 'partial-return')
  await counter.types('Enter')
  await counter.recoversFrom('La tienda se queda sin Internet')
  await expect(counter.status.getByRole('button', { name: 'Pendientes 0' })).toBeVisible({ timeout: 30_000 })

  await counter.types('F10')
  await page.getByRole('button', { name: 'Exportar el mes' }).click()
  const month = counter.dialog('Exportar el mes')
  await expect(month.getByText(/^Todos los documentos/)).toBeVisible()
  await shot(counter, shoot, 'month')
}
