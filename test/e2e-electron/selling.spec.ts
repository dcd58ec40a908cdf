/// <reference path="../../src/renderer/shell.d.ts" />
import { seesTheCounter, seesTheInvoice, sells } from './at-the-counter.ts'
import { expect, test } from './shell-test.ts'
import { terminalSays } from './the-data.ts'

test('a new till opens in training, in a window shown once it is ready, and sells', async ({ start }) => {
  const shell = start()
  const page = await shell.page
  await seesTheCounter(page)
  await expect(page.getByText('ENTRENAMIENTO · documentos sin validez fiscal')).toBeVisible()
  expect(
    await shell.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()), null),
  ).toEqual([true])

  await sells(page)
  await seesTheInvoice(page)
})

test('a page loaded again gets a port of its own and sells on; the port before it is closed', async ({ start }) => {
  const page = await start().page
  await seesTheCounter(page)
  await page.evaluate(() => {
    document.body.dataset.closed = '0'
    window.addEventListener('message', ({ ports: [port] }) => {
      port?.addEventListener('close', () => {
        document.body.dataset.closed = String(Number(document.body.dataset.closed) + 1)
      })
      port?.start()
    })
    window.torogoz?.requestPort()
    window.torogoz?.requestPort()
  })
  await expect(page.locator('body')).toHaveAttribute('data-closed', /[1-9]/)

  await page.evaluate(() => location.reload())
  await expect(page.locator('body')).not.toHaveAttribute('data-closed')
  await seesTheCounter(page)
  await sells(page)
  await seesTheInvoice(page)
})

test('a page that dies comes back by itself and has the engine again', async ({ start }) => {
  const shell = start()
  await seesTheCounter(await shell.page)
  const counterIsThere = () =>
    shell
      .inMain(
        ({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
            `document.querySelector('[role=combobox]') !== null && !document.body.dataset.before`,
          ),
        null,
      )
      .catch(() => false)
  await shell.inMain(
    ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(`void (document.body.dataset.before = 'yes')`),
    null,
  )
  expect(await counterIsThere()).toBe(false)
  await shell.inMain(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    null,
  )
  await expect.poll(counterIsThere, { timeout: 15_000 }).toBe(true)
})

test('a till killed the moment it said "Cobrado" still has the sale, and issues it once', async ({
  start,
  dataFolder,
}) => {
  const killed = start()
  const page = await killed.page
  await seesTheCounter(page)
  await sells(page)
  killed.signal('SIGKILL')
  await killed.ended

  const again = start()
  const next = await again.page
  await seesTheCounter(next)
  await expect(next.getByRole('button', { name: 'Pendientes 0' })).toBeVisible({ timeout: 20_000 })
  again.signal('SIGTERM')
  await again.ended
  expect(await terminalSays(dataFolder, 'documents')).toEqual([
    expect.objectContaining({ sale_number: 1, state: 'stamped', amounts_differ: false }),
  ])
  expect(await terminalSays(dataFolder, 'verify')).toMatchObject({ documents: 1, findings: [] })
})
