import { expect, type Page } from '@playwright/test'

/** The till is ready to sell: its view has come from the engine. */
export const seesTheCounter = (page: Page): Promise<void> =>
  expect(page.getByRole('combobox', { name: 'Escanee o busque un producto' })).toBeVisible()

/** Sells the first product of the first tiles for cash; ends with the dialog that says it is charged. */
export const sells = async (page: Page): Promise<void> => {
  await page.getByRole('tabpanel').getByRole('button').first().click()
  await page.getByRole('button', { name: 'Cobrar' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cobrar' }).click()
  await expect(page.getByRole('dialog', { name: 'Cobrado' })).toBeVisible()
}

export const seesTheInvoice = (page: Page): Promise<void> =>
  expect(page.getByTestId('fiscal-state')).toHaveText('Factura emitida', { timeout: 15_000 })
