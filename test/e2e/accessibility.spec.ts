import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './a-counter.ts'
import { CHEESE, COFFEE, SOAP } from './at-the-counter.ts'

const NAMES = 'label-content-name-mismatch'

/** What axe holds against the screen in front, where it is serious or worse; names have a story of their own. */
const barriers = (page: Page): Promise<readonly string[]> => found(new AxeBuilder({ page }).disableRules(NAMES))
const misnamed = (page: Page): Promise<readonly string[]> => found(new AxeBuilder({ page }).withRules(NAMES))

const found = async (axe: AxeBuilder): Promise<readonly string[]> => {
  const { violations } = await axe.analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`))
}

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })

    test('selling and paying have no barrier', async ({ counter }) => {
      const { page } = counter
      await counter.scans(COFFEE.code, `3*${SOAP.code}`, `0.455*${CHEESE.code}`)
      await counter.types('F4', '10', 'Enter')
      await expect(counter.lines.last()).toContainText('−10 %')
      expect(await barriers(page)).toEqual([])
      await counter.types('que')
      await expect(page.getByRole('option').first()).toBeVisible()
      expect(await barriers(page)).toEqual([])
      await counter.types('Escape', '9999999999999', 'Enter')
      await expect(page.getByRole('alert')).toBeVisible()
      expect(await barriers(page)).toEqual([])
      await counter.types('F12')
      await expect(counter.dialog('Cobrar')).toBeVisible()
      expect(await barriers(page)).toEqual([])
      await counter.types('20', 'Enter')
      await expect(counter.fiscalState).toHaveText('Factura emitida')
      await expect(counter.charged.getByRole('img', { name: /^Papel 1, / })).toBeVisible()
      expect(await barriers(page)).toEqual([])
    })

    test('documents in every state have no barrier', async ({ counter }) => {
      const { page } = counter
      await counter.sells(COFFEE.code)
      await counter.expectsNext('Rechazar los datos')
      await counter.sells(SOAP.code)
      await expect(counter.status.getByRole('button', { name: 'Por revisar 1' })).toBeVisible()
      await counter.suffers('Hacienda no responde')
      await counter.sells(COFFEE.code)
      await counter.suffers('La tienda se queda sin Internet')
      await counter.sells(SOAP.code)
      await expect(counter.status.getByRole('button', { name: 'Sin conexión' })).toBeVisible()
      await counter.opensDocuments()
      await counter.documentRow(/Rechazada/).click()
      await expect(page.getByRole('region', { name: 'Venta 000002' })).toBeVisible()
      expect(await barriers(page)).toEqual([])
      await page.getByRole('button', { name: 'Corregir cliente' }).click()
      await expect(counter.dialog('Corregir cliente de la venta 000002').getByLabel('Nombre')).toBeVisible()
      expect(await barriers(page)).toEqual([])
    })

    test.describe('with a past', () => {
      test.use({
        past: {
          sales: [
            { state: 'contingency', hoursAgo: 80, cents: 2_550 },
            { state: 'stamped', hoursAgo: 2, cents: 1_000, reported: 1_010 },
            { state: 'cancelled', hoursAgo: 2, cents: 1_000 },
            { state: 'alarm', hoursAgo: 1, cents: 700 },
          ],
        },
      })

      test('the filters, the deadlines and the day have no barrier', async ({ counter }) => {
        const { page } = counter
        await counter.opensDocuments()
        await page.getByRole('button', { name: 'Más filtros' }).click()
        await page.getByLabel('Total desde').fill('doce')
        await expect(page.getByText('Corrija el monto del filtro')).toBeVisible()
        expect(await barriers(page)).toEqual([])
        await page.getByRole('button', { name: 'Quitar filtros' }).click()
        await expect(counter.documentRow(/Anulada/)).toBeVisible()
        await counter.documentRow(/Alerta/).click()
        await expect(page.getByRole('heading', { name: 'Qué pasó' })).toBeVisible()
        await page.getByRole('button', { name: 'Reintentar los de la lista' }).click()
        await expect(counter.dialog('Reintentar los de la lista').getByText('1 documento')).toBeVisible()
        expect(await barriers(page)).toEqual([])
        await counter.types('Escape')
        await expect(counter.dialog('Reintentar los de la lista')).toBeHidden()
        await counter.types('Escape', 'F10')
        await expect(page.getByRole('table', { name: 'Cuadre' })).toBeVisible()
        expect(await barriers(page)).toEqual([])
        expect(await misnamed(page)).toEqual([])
      })
    })

    test('settings, papers, training, help and the sale’s dialogs have no barrier', async ({ counter }) => {
      const { page } = counter
      await counter.scans(COFFEE.code)
      for (const [key, title] of [
        ['F1', 'Ayuda'],
        ['F3', `Cantidad de ${COFFEE.name}`],
        ['F4', `Descuento en ${COFFEE.name}`],
        ['F6', 'Cliente'],
        ['F7', 'Artículo sin código'],
        ['F8', 'Ventas en espera'],
      ] as const) {
        await counter.types(key)
        await expect(counter.dialog(title)).toBeVisible()
        expect({ title, barriers: await barriers(page) }).toEqual({ title, barriers: [] })
        await counter.types('Escape')
        await expect(counter.dialog(title)).toBeHidden()
      }
      await counter.charges()
      await counter.beginsAnew()
      for (const [button, title] of [
        ['Simulador', 'Simulador de entrenamiento'],
        ['Impresora lista', 'Impresora y papeles'],
      ] as const) {
        await counter.status.getByRole('button', { name: button }).click()
        await expect(counter.dialog(title)).toBeVisible()
        expect({ title, barriers: await barriers(page) }).toEqual({ title, barriers: [] })
        await counter.types('Escape')
      }
      for (const part of ['Caja', 'Emisor', 'Impresora', 'Servicio de facturas', 'Modo y equipo']) {
        await counter.opensSettings(part)
        expect({ part, barriers: await barriers(page) }).toEqual({ part, barriers: [] })
      }
    })
  })

test('whoever speaks to the screen can say what a control shows', async ({ counter }) => {
  const { page } = counter
  await counter.scans(COFFEE.code)
  expect.soft(await misnamed(page)).toEqual([])
  await counter.types('F6')
  await expect(counter.dialog('Cliente')).toBeVisible()
  expect.soft(await misnamed(page)).toEqual([])
  await counter.types('Escape')
  await expect(counter.dialog('Cliente')).toBeHidden()
  await counter.charges()
  expect.soft(await misnamed(page)).toEqual([])
  await counter.beginsAnew()
  await counter.opensDocuments()
  await expect(counter.documentRow(/^Venta 000001/)).toBeVisible()
  expect.soft(await misnamed(page)).toEqual([])
})
