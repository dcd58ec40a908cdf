import { expect, test } from './a-counter.ts'
import type { PastSale } from './past-sale.ts'

const SALES: readonly PastSale[] = Array.from(
  { length: 150 },
  (_, sale): PastSale => ({ state: 'stamped', hoursAgo: 20 - sale * 0.1, cents: 500 }),
)

test.use({ past: { sales: SALES } })

test('a later page that cannot be read leaves the rows that are there, and can be asked for again', async ({
  counter,
}) => {
  const { page } = counter
  let isBroken = true
  let asked = 0
  await page.route('**/rpc/documents/list', (route) => {
    const isLater = route.request().postData()?.includes('"after"') ?? false
    if (isLater) asked += 1
    return isLater && isBroken ? route.abort() : route.continue()
  })
  await counter.opensDocuments()
  await expect(counter.documentRow(/000150/)).toBeVisible()
  await page.locator('.document-scroll').evaluate((list) => list.scrollTo(0, list.scrollHeight))
  await expect(page.getByText('No se pudo leer el resto de la lista.')).toBeVisible()
  await expect(counter.documentRow(/000051/)).toBeVisible()
  const before = asked
  isBroken = false
  await page.getByRole('alert').getByRole('button', { name: 'Reintentar' }).click()
  await expect(page.getByText('No se pudo leer el resto de la lista.')).toBeHidden()
  expect(asked).toBe(before + 1)
  await page.locator('.document-scroll').evaluate((list) => list.scrollTo(0, list.scrollHeight))
  await expect(counter.documentRow(/000001/)).toBeVisible()
})
