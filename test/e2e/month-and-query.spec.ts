import { createHash } from 'node:crypto'
import type { Page } from '@playwright/test'
import { startSimulator } from '#simulator/start-simulator.ts'
import { readZip } from '../support/read-zip.ts'
import { test as atATill, expect } from './a-counter.ts'
import { COFFEE, SOAP } from './at-the-counter.ts'

const TRAINING_KEY = `odt_${'0'.repeat(56)}`
const LIVE_KEY = `odt_${'ab'.repeat(28)}`

const serviceOf = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const answer = await fetch('/rpc/settings/get', { method: 'POST' })
    const settings = (await answer.json()) as { readonly json: { readonly apiUrl: string } }
    return settings.json.apiUrl
  })

/** What another till of the same company sells meanwhile. */
const anotherTillSells = async (service: string, externalRef: string): Promise<void> => {
  const answer = await fetch(`${service}/invoice`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TRAINING_KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      doc_type: '01',
      external_ref: externalRef,
      customer_name: 'Consumidor Final',
      payment_method: '01',
      lines: [{ description: 'Horchata', quantity: 1, unit_price: 2.25 }],
    }),
  })
  expect(answer.status).toBe(200)
}

atATill(
  'a month is exported for the accountant: one ZIP with its files, and an index with their hashes',
  async ({ counter }) => {
    const { page } = counter
    await counter.sells(COFFEE.code)
    await counter.sells(SOAP.code)
    await expect(counter.status.getByRole('button', { name: 'Pendientes 0' })).toBeVisible({ timeout: 20_000 })
    await counter.types('F10')
    const dialog = counter.dialog('Exportar el mes')
    const whole = dialog.getByText('No falta ningún archivo.')
    await page.getByRole('button', { name: 'Exportar el mes' }).click()
    await expect(async () => {
      await dialog.getByRole('button', { name: 'Exportar el mes' }).click()
      await expect(whole).toBeVisible({ timeout: 1_000 })
    }).toPass({ timeout: 20_000 })
    const said = await dialog.getByText('2 documentos y 4 archivos').textContent()
    const entries = readZip(/en (\S+\.zip)/.exec(said ?? '')?.[1] ?? '')
    const [, ...rows] = (entries.get('indice.csv')?.toString('utf8') ?? '')
      .trimEnd()
      .split('\r\n')
      .map((row) => row.split(','))
    expect(rows.map((row) => [row[1], row[6], row[12]])).toEqual([
      ['01', 'Emitido', '5.50'],
      ['01', 'Emitido', '0.55'],
    ])
    const indexed = rows.flatMap((row) => {
      const hashes = (row[16] ?? '').split(' | ')
      return (row[15] ?? '').split(' | ').map((name, index) => [name, hashes[index]])
    })
    const found = [...entries]
      .filter(([name]) => name !== 'indice.csv')
      .map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')])
    expect(found).toEqual(indexed)

    await dialog.getByRole('button', { name: 'Traer lo que falta y los PDF carta' }).click()
    await expect(dialog.getByText('2 archivos por traer')).toBeVisible()
  },
)

atATill('a document of another till is looked up, its signed JSON unfolded, its ticket saved', async ({ counter }) => {
  const { page } = counter
  await anotherTillSells(await serviceOf(page), 'T01-C09-20261120-000007-OTHER')
  await counter.opensDocuments()
  await page.getByRole('button', { name: 'Consultar' }).click()
  const dialog = counter.dialog('Consultar en el servicio')
  await counter.types('T01-C09-20261120-000007-NADIE', 'Enter')
  await expect(dialog.getByText('El servicio no tiene un documento')).toBeVisible()
  await dialog.getByLabel('Referencia o identificador').fill('T01-C09-20261120-000007-OTHER')
  await counter.types('Enter')
  const found = dialog.getByRole('region', { name: 'De otra caja' })
  await expect(found.getByRole('definition').first()).toHaveText('Emitida')
  await expect(found).toContainText('$2.25')
  await found.getByText('JSON firmado').click()
  await expect(found.getByText('"ambiente": "00"').first()).toBeVisible()
  const download = page.waitForEvent('download')
  await found.getByRole('button', { name: 'Guardar ticket' }).click()
  expect((await download).suggestedFilename()).toBe('T01-C09-20261120-000007-OTHER.ticket.pdf')
})

const withALiveKey = atATill.extend({
  mode: 'live',
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
  variables: async ({}, use) => {
    const simulator = await startSimulator({ rateLimits: 'none' })
    await use({ OCOTE_BASE_URL: simulator.baseUrl, OCOTE_API_KEY: LIVE_KEY })
    await simulator.close()
  },
})

withALiveKey(
  'a key of the other environment stops the till after one document; correcting the setting lets it go on',
  async ({ counter }) => {
    const { page } = counter
    await counter.sellsFreely('Horchata', '2.25')
    await counter.charges()
    await counter.beginsAnew()
    await expect(counter.status.getByRole('button', { name: 'Ambiente equivocado' })).toBeVisible({ timeout: 20_000 })
    await counter.sellsFreely('Tamal', '1.25')
    await counter.types('F12')
    await expect(counter.dialog('Cobrar')).toBeVisible()
    await counter.types('Enter')
    await expect(counter.dialog('Cobrar')).toContainText('Esta venta no se cobró y sigue en pantalla')
    await counter.types('Escape')

    await page.getByRole('button', { name: 'Ir a Ajustes' }).click()
    await page.getByRole('button', { name: 'Pruebas', exact: true }).click()
    await page.getByRole('button', { name: /^Guardar/ }).click()
    await expect(counter.status.getByRole('button', { name: 'En línea' })).toBeVisible()
    await counter.types('Escape')
    await counter.charges()
    await expect(counter.fiscalState).toContainText('Factura emitida', { timeout: 20_000 })
  },
)
