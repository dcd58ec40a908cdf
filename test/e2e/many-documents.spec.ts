import { expect, test } from './a-counter.ts'

const MANY = 100_000

test.use({ past: { sales: MANY } })

test('of a hundred thousand documents only those in sight are drawn, and any of them is found', async ({ counter }) => {
  const { page } = counter
  const drawn = () => page.locator('.document-row').count()
  await counter.opensDocuments()
  await expect(counter.documentRow(/100000/)).toBeVisible()
  const inSight = await drawn()
  expect(inSight).toBeLessThan(30)
  await counter.types('ArrowDown')
  for (let press = 0; press < 12; press += 1) {
    await page.keyboard.press('End')
    await expect.poll(drawn).toBeLessThan(30)
  }
  await expect(counter.documentRow(/100000/)).toBeHidden()
  await expect(page.locator('.document-row[aria-current="true"]')).toBeInViewport()

  await counter.types('F2', '000042')
  await expect(counter.documentRow(/^Venta 000042/)).toBeVisible()
  await page.getByRole('searchbox').fill('cliente 500')
  await expect(counter.documentRow(/^Venta 099500/)).toBeVisible()
  expect(await drawn()).toBeLessThan(30)
})
