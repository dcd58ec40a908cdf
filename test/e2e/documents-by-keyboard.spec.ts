import type { Page } from '@playwright/test'
import { expect, test } from './a-counter.ts'
import type { PastSale } from './past-sale.ts'

/** More than one page of the list, most of them stamped. */
const SALES: readonly PastSale[] = [
  ...Array.from({ length: 150 }, (_, sale): PastSale => ({ state: 'stamped', hoursAgo: 20 - sale * 0.1, cents: 500 })),
  { state: 'rejected', hoursAgo: 2.1, cents: 600 },
  { state: 'rejected', hoursAgo: 2, cents: 700 },
  { state: 'stamped', hoursAgo: 1, cents: 800 },
]

test.use({ past: { sales: SALES } })

const search = (page: Page) => page.getByRole('searchbox', { name: 'Buscar documentos' })
const focusedSale = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement
    return focused?.matches('.document-row') ? /\d{6}/.exec(focused.textContent ?? '')?.[0] : focused?.tagName
  })
const chosen = (page: Page) => page.locator('.document-row[aria-current="true"]')

test('the search is in hand at once, and the arrows go on from it, sixty rows down and more', async ({ counter }) => {
  const { page } = counter
  await counter.opensDocuments()
  await expect(search(page)).toBeFocused()
  await expect(counter.documentRow(/000153/)).toBeVisible()
  await counter.types('ArrowDown')
  await expect.poll(() => focusedSale(page)).toBe('000153')
  for (let press = 0; press < 60; press += 1) await counter.types('ArrowDown')
  await expect.poll(() => focusedSale(page)).toBe('000093')
  await expect(chosen(page)).toContainText('000093')
  await expect(chosen(page)).toBeInViewport({ ratio: 1 })
  await expect(page.getByRole('region', { name: 'Venta 000093' })).toBeVisible()
})

test('home, end and the page keys move focus and choice, whatever was scrolled out of sight', async ({ counter }) => {
  const { page } = counter
  await counter.opensDocuments()
  await expect(counter.documentRow(/000153/)).toBeVisible()
  await counter.types('ArrowDown', 'ArrowUp')
  await page.locator('.document-scroll').evaluate((list) => list.scrollTo(0, 4_000))
  await expect(counter.documentRow(/000100/)).toBeVisible()
  await counter.types('ArrowDown')
  await expect.poll(() => focusedSale(page)).toBe('000152')
  await expect(chosen(page)).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('PageDown')
  await expect.poll(async () => Number(await focusedSale(page))).toBeLessThan(149)
  await page.keyboard.press('PageUp')
  await expect.poll(() => focusedSale(page)).toBe('000152')
  await page.keyboard.press('End')
  await expect.poll(async () => Number(await focusedSale(page))).toBeLessThan(60)
  await page.keyboard.press('Home')
  await expect.poll(() => focusedSale(page)).toBe('000153')
  await expect(page.locator('.document-row[tabindex="0"]')).toHaveCount(1)
})

test('enter goes to what can be done with the chosen one, and F2 back to the search', async ({ counter }) => {
  const { page } = counter
  await counter.opensDocuments()
  await expect(counter.documentRow(/000153/)).toBeVisible()
  await counter.types('ArrowDown', 'ArrowDown', 'Enter')
  await expect(page.getByRole('button', { name: 'Corregir cliente' })).toBeFocused()
  await counter.types('F2')
  await expect(search(page)).toBeFocused()
  await counter.types('ArrowDown')
  await expect.poll(() => focusedSale(page)).toBe('000152')
})

test('a row that leaves the list under the hand leaves the hand in the list', async ({ counter }) => {
  const { page } = counter
  await counter.opensDocuments()
  await page.getByRole('group', { name: 'Filtrar' }).getByRole('button', { name: 'Por revisar' }).click()
  await expect(counter.documentRow(/000152/)).toBeVisible()
  await expect(page.locator('.document-row')).toHaveCount(2)
  await counter.types('F2', 'ArrowDown')
  await expect.poll(() => focusedSale(page)).toBe('000152')
  await page.evaluate(async () => {
    const asks = async (path: string, json: object) =>
      (await fetch(`/rpc/documents/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ json }),
      }).then((answer) => answer.json())) as { json: { documents: { externalRef: string }[] } }
    const { json } = await asks('list', { filter: 'attention' })
    await asks('retry', { externalRef: json.documents[0]?.externalRef })
  })
  await expect(page.locator('.document-row')).toHaveCount(1)
  await expect.poll(() => focusedSale(page)).toBe('000151')
})
