import { expect, test } from './a-counter.ts'
import type { PastSale } from './past-sale.ts'

const SALES: readonly PastSale[] = Array.from({ length: 150 }, (_, sale): PastSale => {
  const state = sale < 80 ? 'rejected' : 'stamped'
  return { state, hoursAgo: 20 - sale * 0.1, cents: 500 }
})

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

test('many retried at once: how far it is, and where it broke off', async ({ counter }) => {
  const { page } = counter
  let goOn: () => void = () => undefined
  const second = new Promise<void>((resolve) => {
    goOn = resolve
  })
  let asked = 0
  await page.route('**/rpc/documents/retryListed', async (route) => {
    asked += 1
    if (asked === 1) return route.continue()
    await second
    return route.abort()
  })
  await counter.opensDocuments()
  await page.getByRole('button', { name: 'Reintentar los de la lista' }).click()
  const dialog = counter.dialog('Reintentar los de la lista')
  await expect(dialog).toContainText('80 fueron rechazados o no aceptados y siguen sin corregir')
  await dialog.getByRole('button', { name: 'Reintentar 80' }).click()
  await expect(page.getByText('Reintentando: 50 de 80…')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Detener' })).toBeFocused()
  goOn()
  await expect(page.getByText('Solo se alcanzó a reintentar 50 documentos.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Reintentar los de la lista' })).toBeFocused()
})

test('many retried at once are stopped between two pages', async ({ counter }) => {
  const { page } = counter
  let goOn: () => void = () => undefined
  const second = new Promise<void>((resolve) => {
    goOn = resolve
  })
  await page.route('**/rpc/documents/retryListed', async (route) => {
    if (route.request().postData()?.includes('"after"')) await second
    return route.continue()
  })
  await counter.opensDocuments()
  await page.getByRole('button', { name: 'Reintentar los de la lista' }).click()
  await counter.dialog('Reintentar los de la lista').getByRole('button', { name: 'Reintentar 80' }).click()
  await expect(page.getByText('Reintentando: 50 de 80…')).toBeVisible()
  await page.getByRole('button', { name: 'Detener' }).click()
  goOn()
  await expect(page.getByText(/Se detuvo después de reintentar \d+ documentos\./)).toBeVisible()
})
