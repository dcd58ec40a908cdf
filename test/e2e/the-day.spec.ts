import { readFileSync } from 'node:fs'
import { expect, test } from './a-counter.ts'
import { COFFEE, SOAP } from './at-the-counter.ts'

test('the day shows what was sold, how it was paid and what is pending, and each difference is a door', async ({
  counter,
}) => {
  const { page } = counter
  await counter.sells(COFFEE.code)
  await expect(counter.status.getByRole('button', { name: 'Pendientes 0' })).toBeVisible({ timeout: 20_000 })
  await counter.suffers('La tienda se queda sin Internet')
  await counter.sells(SOAP.code)
  await counter.types('F10')
  const balance = page.getByRole('table', { name: 'Cuadre' })
  await expect(balance.getByRole('row', { name: 'Ventas' })).toHaveText('Ventas2$6.05')
  await expect(balance.getByRole('row', { name: 'Emitidas según el servicio' })).toContainText('1$5.50')
  await expect(page.getByRole('table', { name: 'Por forma de pago' })).toContainText('$6.05')
  await expect(page.getByRole('region', { name: 'Antes de cerrar' })).toContainText('1 venta no tiene aún su factura')
  await page
    .getByRole('list', { name: 'Diferencias' })
    .getByRole('button', { name: /Venta 000002/ })
    .click()
  await expect(page.getByRole('region', { name: 'Venta 000002' })).toBeVisible()

  await counter.recoversFrom('La tienda se queda sin Internet')
  await expect(counter.status.getByRole('button', { name: 'Pendientes 0' })).toBeVisible({ timeout: 30_000 })
  await counter.types('F10')
  await expect(page.getByText('Todo cuadra')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('region', { name: 'Antes de cerrar' })).toContainText('Nada pendiente: puede cerrar.')

  await counter.types('F12')
  const closing = counter.dialog(/^Cerrar el día \d\d\/\d\d\/\d{4}$/)
  await expect(closing).toContainText('Nada pendiente')
  await counter.types('Enter')
  await expect(closing).toContainText('Respaldo hecho y comprobado: 2 ventas en total.')
  await counter.types('Escape')
  await expect(closing).toBeHidden()
  await counter.types('F10')
  await expect(counter.search).toBeVisible()
})

test.describe('on a till with a past', () => {
  test.use({
    past: {
      sales: [
        { state: 'contingency', hoursAgo: 80, cents: 2_550, customer: 'Colegio de Ejemplo' },
        { state: 'stamped', hoursAgo: 50, cents: 1_000, reported: 1_010 },
        { state: 'refused', hoursAgo: 50, cents: 700 },
        { state: 'contingency', hoursAgo: 30, cents: 900 },
      ],
    },
  })

  test('what is late stands in the bar until it is seen to, and leads to its documents', async ({ counter }) => {
    const { page } = counter
    const bar = page.getByRole('status').filter({ hasText: 'más de 72 h en contingencia' })
    await expect(bar).toContainText(
      '1 factura lleva más de 72 h en contingencia sin el sello de Hacienda. y 2 avisos más',
    )
    await bar.getByRole('button', { name: 'Ver' }).click()
    const rows = page.getByRole('list', { name: 'Lista de documentos' }).getByRole('button')
    await expect(rows).toHaveCount(2)
    await expect(rows.first()).toContainText('Más de 24 h sin sello')
    await expect(rows.last()).toContainText('Más de 72 h sin sello')
    await expect(bar).toBeVisible()
  })

  test('days are turned with the arrows, and one is exported', async ({ counter }) => {
    const { page } = counter
    await counter.types('F10')
    await expect(page.getByText('Este día no tuvo ventas')).toBeVisible()
    await counter.types('ArrowLeft', 'ArrowLeft')
    await expect(page.getByRole('list', { name: 'Diferencias' })).toContainText('según el servicio $10.10')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Exportar CSV' }).click()
    const text = readFileSync(await (await download).path(), 'utf8')
    expect(text).toMatch(/\r\nMontos distintos,000002,T01-C01-\d{8}-000002-SEEDS,10\.00,10\.10\r\n/)
    expect(text).toMatch(/\r\nNo aceptada por el servicio,000003,/)
    await counter.types('ArrowRight', 'ArrowRight')
    await expect(page.getByText('Este día no tuvo ventas')).toBeVisible()
  })
})
