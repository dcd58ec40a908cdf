import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from './shell-test.ts'
import { filesWith } from './the-data.ts'

/** Well formed, and nobody's. */
const KEY = `odt_${'5ec2e7'.repeat(9)}ab`
/** A port where nobody listens. */
const NO_SERVICE = { OCOTE_BASE_URL: 'http://127.0.0.1:9' }

test('a key typed into the settings is sealed by the system, and is there at the next start', async ({
  start,
  dataFolder,
}) => {
  const shell = start({ mode: 'live', env: NO_SERVICE })
  const page = await shell.page
  await page.getByRole('button', { name: 'Sin clave' }).click()
  await page.getByLabel('Clave nueva').fill(KEY)
  await page.getByRole('button', { name: 'Guardar clave' }).click()
  await expect(page.getByText('Clave guardada.')).toBeVisible()
  await expect(page.getByText('Se guarda cifrada por el sistema operativo.')).toBeVisible()
  shell.signal('SIGTERM')
  await shell.ended

  expect(filesWith(dataFolder, KEY.slice(4))).toEqual([])
  expect(filesWith(dataFolder, Buffer.from(KEY).toString('base64').slice(0, 60))).toEqual([])
  const sealed = path.join(dataFolder, 'api-key.sealed')
  expect(filesWith(dataFolder, readFileSync(sealed, 'utf8').trim())).toEqual(['api-key.sealed'])

  const again = start({ mode: 'live', env: NO_SERVICE })
  const next = await again.page
  await next.getByRole('button', { name: /^Ajustes/ }).click()
  await next.getByText('Servicio de facturas').click()
  await expect(next.getByText('Hay una clave guardada que termina en ••••e7ab.')).toBeVisible()
})
