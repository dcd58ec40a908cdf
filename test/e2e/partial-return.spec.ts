import type { Locator, Page } from '@playwright/test'
import { expect, test } from './a-counter.ts'
import { afterTheSale } from './after-the-sale.ts'
import { COFFEE, type Counter, SOAP } from './at-the-counter.ts'

const detail = (page: Page, number: string): Locator => page.getByRole('region', { name: `Venta ${number}` })

/** Two coffees and a soap were sold; while the shop is offline one coffee comes back. */
const aReturnUnderWay = async (counter: Counter): Promise<void> => {
  await counter.sells(`2*${COFFEE.code}`, SOAP.code)
  await expect(counter.status.getByRole('button', { name: 'Pendientes 0' })).toBeVisible({ timeout: 20_000 })
  await counter.opensDocuments()
  await counter.documentRow('Venta 000001, Factura, Emitida, $11.55').click()
  await expect(detail(counter.page, '000001').getByRole('button', { name: 'Devolución parcial' })).toBeVisible()
  await counter.suffers('La tienda se queda sin Internet')
  await counter.types('F7')
  const dialog = counter.dialog('Devolución parcial de Factura 000001')
  await expect(dialog.getByLabel(`Vuelve de ${COFFEE.name}`, { exact: true })).toBeFocused()
  await counter.types('ArrowUp')
  await expect(dialog.getByRole('definition')).toHaveText('$6.05')
  await dialog.getByLabel('Razón', { exact: true }).fill('Vino rota la bolsa')
  await counter.types('Enter')
  await expect(dialog.getByRole('status')).toHaveText('Devolución guardada')
  await expect(dialog.getByRole('region', { name: 'Devuelva al cliente' })).toContainText('$5.50 Efectivo')
  const halves = dialog.getByRole('region', { name: 'Devolución parcial' })
  await expect(halves).toContainText('En curso: las dos partes salen solas.')
  await expect(halves.getByRole('listitem')).toHaveText([/000001.*Anulándose/, /000002.*Espera anulación/])
  await counter.types('Enter')
  await expect(dialog).toBeHidden()
}

const isDone = async (counter: Counter): Promise<void> => {
  await expect(counter.documentRow('Venta 000001, Anulada, $11.55')).toBeVisible({ timeout: 30_000 })
  await expect(counter.documentRow('Venta 000002, Emitida, $6.05')).toBeVisible({ timeout: 30_000 })
  expect(await afterTheSale(counter).books()).toEqual(['01 cancelled 11.55', '01 stamped 6.05'])
}

test('part of an invoice comes back offline, is one thing until the line is back, and then both halves are done', async ({
  counter,
}) => {
  const { page } = counter
  await aReturnUnderWay(counter)
  await expect(counter.documentRow(/^Venta 000001/)).toContainText('Devolución parcial: 1 de 2 anulando')
  await expect(counter.documentRow(/^Venta 000002/)).toContainText('2 de 2 espera la anulación de 000001')
  await detail(page, '000001')
    .getByRole('button', { name: /^2 de 2 · lo que queda 000002/ })
    .click()
  await detail(page, '000002')
    .getByRole('button', { name: /^1 de 2 · se anula 000001/ })
    .click()
  await expect(detail(page, '000001')).toBeVisible()
  await counter.recoversFrom('La tienda se queda sin Internet')
  await isDone(counter)
  await expect(detail(page, '000001')).toContainText('Completa: la anterior está anulada y lo que queda está emitido.')
})

test('a till that is killed between the two halves finishes both after its next start', async ({ counter, till }) => {
  await aReturnUnderWay(counter)
  await till.kill()
  await till.restart()
  await counter.opens(till.address())
  await counter.opensDocuments()
  await isDone(counter)
})
