import path from 'node:path'
import { damage } from '../integration/sqlite/damage.ts'
import { seesTheCounter, sells } from './at-the-counter.ts'
import { expect, test } from './shell-test.ts'
import { terminalSays } from './the-data.ts'

test('a shell whose data is damaged shows what it found, restores it and opens in the same window', async ({
  start,
  dataFolder,
}) => {
  const first = start()
  const counter = await first.page
  await seesTheCounter(counter)
  await sells(counter)
  await first.inMain(({ app }) => app.quit(), null)
  expect(await first.ended).toEqual({ code: 0, dialogs: [] })
  damage(path.join(dataFolder, 'training', 'till.db')).zeroesHeader()

  const shell = start()
  const page = await shell.page
  await expect(page.getByText('El archivo de datos de la caja está dañado.')).toBeVisible()
  await page.getByRole('button', { name: 'Restaurar y abrir' }).click()
  await expect(page.getByRole('heading', { name: 'Los datos se recuperaron' })).toBeVisible()
  await page.getByRole('button', { name: 'Abrir la caja' }).click()
  await seesTheCounter(page)
  await sells(page)
  await shell.inMain(({ app }) => app.quit(), null)
  expect(await shell.ended).toEqual({ code: 0, dialogs: [] })
  expect(await terminalSays(dataFolder, 'verify')).toMatchObject({ documents: 2, findings: [] })
})
