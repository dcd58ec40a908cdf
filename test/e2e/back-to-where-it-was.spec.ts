import { expect, test } from './a-counter.ts'
import type { PastSale } from './past-sale.ts'
import { STORY_OFFSET_MS } from './story-time.ts'

const DAY_HOURS = 24

const SALES: readonly PastSale[] = [
  { state: 'rejected', hoursAgo: 2 * DAY_HOURS, cents: 1_500, customer: 'Rosa Peña' },
  { state: 'stamped', hoursAgo: 2 * DAY_HOURS - 0.5, cents: 900 },
  { state: 'stamped', hoursAgo: 1, cents: 800, customer: 'Ana Peña' },
]

test.use({ past: { sales: SALES } })

const dayBefore = (days: number): string =>
  new Date(Date.now() + STORY_OFFSET_MS - days * 86_400_000).toLocaleDateString('sv-SE', {
    timeZone: 'America/El_Salvador',
  })

test('from a document of a day one goes back to that day, by key or by touch', async ({ counter }) => {
  const { page } = counter
  const date = page.getByLabel('Día que se ve')
  const difference = page.getByRole('list', { name: 'Diferencias' }).getByRole('button', { name: /Venta 000001/ })
  await counter.types('F10', 'ArrowLeft', 'ArrowLeft')
  await expect(date).toHaveValue(dayBefore(2))
  await difference.click()
  await expect(page.getByRole('region', { name: 'Venta 000001' })).toBeVisible()
  await counter.types('Escape')
  await expect(date).toHaveValue(dayBefore(2))
  await difference.click()
  await page.getByRole('button', { name: 'Volver al día' }).click()
  await expect(date).toHaveValue(dayBefore(2))
  await counter.types('Escape')
  await expect(counter.search).toBeVisible()
})

test('the list is as narrow as it was left, and the bar’s doors leave that alone', async ({ counter }) => {
  const { page } = counter
  const search = page.getByRole('searchbox')
  await counter.opensDocuments()
  await counter.types('peña')
  await page.getByRole('group', { name: 'Filtrar' }).getByRole('button', { name: 'Emitidas' }).click()
  await expect(counter.documentRow(/000003/)).toBeVisible()
  await counter.types('Escape')
  await expect(counter.search).toBeVisible()

  await counter.status.getByRole('button', { name: 'Por revisar 1' }).click()
  await expect(counter.documentRow(/000001/)).toBeVisible()
  await expect(search).toHaveValue('')
  await counter.types('Escape')

  await counter.opensDocuments()
  await expect(search).toHaveValue('peña')
  await expect(counter.documentRow(/000003/)).toBeVisible()
  await expect(counter.documentRow(/000001/)).toBeHidden()
  await search.fill('nadie')
  await page.getByRole('status').getByRole('button', { name: 'Quitar filtros' }).click()
  await expect(counter.documentRow(/000002/)).toBeVisible()
  await expect(search).toBeFocused()
})
