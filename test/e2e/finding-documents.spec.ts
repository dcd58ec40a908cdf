import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from './a-counter.ts'
import type { PastSale } from './past-sale.ts'

const DAY_HOURS = 24

/** A fortnight of stamped sales, and a few that are not. */
const FORTNIGHT: readonly PastSale[] = [
  ...Array.from({ length: 14 * 40 }, (_, sale): PastSale => {
    const hoursAgo = 14 * DAY_HOURS - Math.floor(sale / 40) * DAY_HOURS - (sale % 40) * 0.05
    return { state: 'stamped', hoursAgo, cents: 500 + (sale % 100) * 25 }
  }),
  { state: 'rejected', hoursAgo: 3, cents: 1_500, customer: '=HYPERLINK("x")', dui: '01234567-8' },
  { state: 'rejected', hoursAgo: 2.9, cents: 4_275, customer: 'Rosa Peña' },
  { state: 'refused', hoursAgo: 2.8, cents: 4_275, customer: 'José Ramírez' },
  { state: 'stamped', hoursAgo: 2.7, cents: 990, reported: 991, customer: 'Peña y Compañía' },
  { state: 'stamped', hoursAgo: 2.6, cents: 880, observed: true },
  { state: 'cancelled', hoursAgo: 2.5, cents: 770 },
]
const TOTAL = FORTNIGHT.length

test.use({ past: { sales: FORTNIGHT } })

const rows = (page: Page) => page.getByRole('list', { name: 'Lista de documentos' }).getByRole('button')

const group = (page: Page, name: string) => page.getByRole('group', { name: 'Filtrar' }).getByRole('button', { name })

/** The numbers of the sales in sight, in the list's order. */
const shown = async (page: Page): Promise<readonly string[]> =>
  (await rows(page).allTextContents()).map((text) => /\d{6}/.exec(text)?.[0] ?? text)

test('filters by state, day, amount, customer and reference combine, by keyboard', async ({ counter }) => {
  const { page } = counter
  await counter.opensDocuments()
  await expect(rows(page).first()).toContainText('000566')
  const search = page.getByRole('searchbox')
  await search.focus()
  await counter.types('peña')
  await expect.poll(() => shown(page)).toEqual(['000564', '000562'])
  await group(page, 'Por revisar').press('Enter')
  await expect.poll(() => shown(page)).toEqual(['000562'])
  await search.fill('')
  await expect.poll(() => shown(page)).toEqual(['000563', '000562', '000561'])

  await page.getByRole('button', { name: 'Más filtros' }).press('Enter')
  await page.getByLabel('Total desde').fill('42')
  await page.getByLabel('Total hasta').fill('42,75')
  await expect.poll(() => shown(page)).toEqual(['000563', '000562'])
  await page.getByLabel('Estado', { exact: true }).selectOption('No aceptada')
  await expect.poll(() => shown(page)).toEqual(['000563'])
  await expect(group(page, 'Todos')).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('button', { name: '3 filtros más' })).toBeVisible()
  await search.fill('josé')
  await page.getByRole('button', { name: 'Quitar filtros' }).click()
  await expect(search).toHaveValue('')
  await expect(rows(page).first()).toContainText('000566')

  await search.fill('t01')
  await expect.poll(() => shown(page)).toContain('000566')
  await search.fill('567')
  await expect(page.getByText('Nada coincide con «567»')).toBeVisible()
  await search.fill('42')
  await expect.poll(() => shown(page)).toEqual(['000042'])
  await search.fill('dte-01-m001p001-00000000000056')
  await expect.poll(() => shown(page)).toEqual(['000566', '000565', '000564', '000560'])
  await search.fill('')
  await page.getByRole('button', { name: 'Ayer' }).click()
  await expect(page.getByRole('button', { name: '2 filtros más' })).toBeVisible()
  await expect(rows(page).first()).not.toContainText('000566')
})

test('an amount that is none, or a range that holds none, does nothing to anything', async ({ counter }) => {
  const { page } = counter
  await counter.opensDocuments()
  await group(page, 'Por revisar').click()
  await page.getByRole('button', { name: 'Más filtros' }).click()
  const actions = ['Reintentar los de la lista', 'Exportar CSV'].map((name) => page.getByRole('button', { name }))
  await page.getByLabel('Total desde').fill('doce')
  await expect(page.getByText('Escriba un monto, como 12.50.')).toBeVisible()
  for (const action of actions) await expect(action).toBeDisabled()
  await expect(rows(page)).toHaveCount(0)
  await page.getByLabel('Total desde').fill('42.75')
  await page.getByLabel('Total hasta').fill('20')
  await expect(page.getByText('Es menos que el «desde».')).toBeVisible()
  for (const action of actions) await expect(action).toBeDisabled()
  await page.getByLabel('Total hasta').fill('42,75')
  await expect.poll(() => shown(page)).toEqual(['000563', '000562'])
  for (const action of actions) await expect(action).toBeEnabled()
})

test('the list goes on as it is followed down, to the very first sale', async ({ counter }) => {
  const { page } = counter
  await counter.opensDocuments()
  await rows(page).first().focus()
  await expect
    .poll(
      async () => {
        await page.locator('.document-scroll').evaluate((list) => list.scrollTo(0, list.scrollHeight))
        return shown(page)
      },
      { timeout: 30_000 },
    )
    .toContain('000001')
})

test('remarks of a stamped document and amounts that differ are shown', async ({ counter }) => {
  const { page } = counter
  await counter.opensDocuments()
  await expect(counter.documentRow(/000565/)).toContainText('Con observaciones')
  await counter.documentRow(/000564/).click()
  await expect(page.getByText('Cobrado $9.90; según el servicio $9.91.')).toBeVisible()
  await counter.documentRow(/000565/).click()
  await expect(page.getByText('Hacienda la aceptó con observaciones. Es válida; no hay que hacer nada.')).toBeVisible()
})

test('what can be retried of the list is counted, confirmed, retried, and it says how many', async ({ counter }) => {
  const { page } = counter
  await counter.opensDocuments()
  await page.getByRole('button', { name: 'Reintentar los de la lista' }).click()
  const dialog = counter.dialog('Reintentar los de la lista')
  await expect(dialog.getByText('De la lista se pueden reintentar 3 documentos.')).toBeVisible()
  await expect(dialog.getByText('3 fueron rechazados o no aceptados y siguen sin corregir')).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancelar' }).click()
  await group(page, 'Por revisar').click()
  await expect(rows(page)).toHaveCount(3)
  await page.getByRole('button', { name: 'Reintentar los de la lista' }).click()
  await dialog.getByRole('button', { name: 'Reintentar 3' }).click()
  await expect(page.getByText('Se reintentan 3 documentos.')).toBeVisible()
  await expect(page.getByText('Nada por revisar')).toBeVisible()
  await group(page, 'Todos').click()
  await expect(counter.documentRow(/000561.*Emitida/)).toBeVisible({ timeout: 20_000 })
})

test('what the filter shows is exported, every page of it, and nothing in it is a formula', async ({ counter }) => {
  const { page } = counter
  await counter.opensDocuments()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Exportar CSV' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^documentos-\d{4}-\d\d-\d\d\.csv$/)
  const text = readFileSync(await file.path(), 'utf8')
  const lines = text.trimEnd().split('\r\n')
  expect(
    text.startsWith(
      '\u{FEFF}Venta,Día de venta,Hora,Estado,Total,Total según el servicio,Montos distintos,Cliente,Documento del cliente,Referencia,',
    ),
  ).toBe(true)
  expect(lines).toHaveLength(TOTAL + 1)
  expect(lines.find((line) => line.startsWith('000561'))).toMatch(
    /,Rechazada,15\.00,,no,"'=HYPERLINK\(""x""\)",DUI 01234567-8,T01-C01-/,
  )
  expect(lines.find((line) => line.startsWith('000564'))).toMatch(/,Emitida,9\.90,9\.91,sí,Peña y Compañía,,/)
  await expect(page.getByText(`Se exportaron ${TOTAL} documentos.`)).toBeVisible()
})

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 1024, height: 768 } })

  test('a filter is set and taken away', async ({ counter }) => {
    const { page } = counter
    await page.getByRole('button', { name: /^Documentos/ }).tap()
    await page.getByRole('button', { name: 'Más filtros' }).tap()
    await page.getByRole('button', { name: 'Hoy' }).tap()
    await expect(page.getByRole('button', { name: '2 filtros más' })).toBeVisible()
    await page.getByRole('button', { name: 'Quitar filtros' }).tap()
    await expect(rows(page).first()).toContainText('000566')
  })
})
