import { rmSync } from 'node:fs'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { test as base } from '@playwright/test'
import { damage } from '../integration/sqlite/damage.ts'
import { atTheCounter, COFFEE, type Counter, expect, SOAP } from './at-the-counter.ts'
import { startTill, type Till } from './till-process.ts'
import { whatIsCut } from './what-is-cut.ts'

/** A till whose data these stories break: what it writes to its log of that is expected. */
const test = base.extend<{ readonly till: Till; readonly counter: Counter }>({
  till: async ({ browserName: _ }, use) => {
    const till = await startTill()
    await use(till)
    expect((await till.discard()).exitCode).toBe(0)
  },
  counter: async ({ page, till }, use) => {
    const counter = atTheCounter(page)
    await counter.opens(till.address())
    await use(counter)
  },
})

const databaseOf = (till: Till): string => path.join(till.dataFolder, 'till.db')

const backsUp = async (counter: Counter): Promise<void> => {
  const { page } = counter
  await counter.opensSettings('Respaldos')
  await page.getByRole('button', { name: 'Respaldar ahora' }).click()
  await expect(page.getByText('Respaldo hecho y revisado.')).toBeVisible()
}

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1024, height: 768 },
] as const

/** Nothing is cut at either size, and axe finds nothing serious. */
const expectFitsAll = async ({ page }: Counter): Promise<void> => {
  for (const size of SIZES) {
    await page.setViewportSize(size)
    // A window that was just resized may still be laid out.
    await expect.poll(() => whatIsCut(page)).toEqual([])
  }
  const { violations } = await new AxeBuilder({ page }).analyze()
  const barriers = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(barriers.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([])
}

test('a backup is made, seen in the list, and gone back to at the next start without losing what was sold since', async ({
  counter,
  till,
}) => {
  const { page } = counter
  await counter.sells(COFFEE.code)
  await backsUp(counter)
  const list = page.getByRole('list', { name: 'Lista de respaldos' })
  await expect(list.getByRole('listitem').first()).toContainText('1 venta')
  await expect(list.getByRole('listitem').first()).toContainText('Revisado')
  await expectFitsAll(counter)

  await counter.types('Escape')
  await counter.sells(SOAP.code)
  await counter.opensSettings('Respaldos')
  await list
    .getByRole('button', { name: /^Restaurar el de / })
    .first()
    .click()
  const warning = counter.dialog('¿Volver a este respaldo?')
  await expect(warning).toContainText('Las ventas hechas después no se pierden')
  await expectFitsAll(counter)
  await warning.getByRole('button', { name: 'Restaurar al abrir de nuevo' }).click()
  await expect(page.getByText(/Al abrir de nuevo el programa se restaura till-/)).toBeVisible()

  await till.close()
  await till.restart()
  await counter.opens(till.address())
  await expect(
    page.getByText(/Los datos de esta caja se recuperaron de un respaldo. Se recuperó también 1 venta/),
  ).toBeVisible()
  await expectFitsAll(counter)
  await page.getByRole('button', { name: 'Entendido' }).click()
  await expect(page.getByText(/Los datos de esta caja se recuperaron/)).toBeHidden()
  await expect(counter.cart.getByRole('heading')).toHaveText('Venta 000003')
  await counter.opensDocuments()
  for (const row of ['Venta 000002, Emitida, $0.55', 'Venta 000001, Emitida, $5.50'])
    await expect(counter.documentRow(row)).toBeVisible()
  expect((await counter.ledger()).map(({ posts }) => posts)).toEqual([1, 1])
})

test('a second folder that is not there is said beside the backups', async ({ counter }) => {
  const { page } = counter
  await counter.opensSettings('Respaldos')
  await page.getByLabel('Segunda carpeta').fill('/no/existe')
  await page.getByRole('button', { name: 'Guardar cambios' }).click()
  await backsUp(counter)
  await expect(page.getByText(/La segunda carpeta no está/)).toBeVisible()
  await expectFitsAll(counter)
})

test('a till with a damaged database says what it found, goes back to its newest backup and opens with every sale', async ({
  counter,
  till,
}) => {
  const { page } = counter
  await counter.sells(COFFEE.code)
  await backsUp(counter)
  await counter.types('Escape')
  await counter.sells(SOAP.code)
  await till.close()
  damage(databaseOf(till)).zeroesHeader()
  await till.restart()

  await page.goto(till.address())
  await expect(page.getByRole('heading', { name: 'La caja no puede abrir sus datos' })).toBeVisible()
  await expect(page.getByText('El archivo de datos de la caja está dañado.')).toBeVisible()
  await expect(page.getByText(/· \d+ ventas? · última venta/)).toBeVisible()
  await expectFitsAll(counter)

  await page.getByRole('button', { name: 'Buscar otro…' }).click()
  await counter.dialog('Buscar otro respaldo').getByRole('textbox').fill('/no/existe.db')
  await page.getByRole('button', { name: 'Revisar archivo' }).click()
  await expect(page.getByText(/Ese archivo está dañado o no es un respaldo/)).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Restaurar y abrir' }).click()
  await expect(page.getByRole('heading', { name: 'Los datos se recuperaron' })).toBeVisible()
  await expectFitsAll(counter)
  await page.getByRole('button', { name: 'Abrir la caja' }).click()
  await expect(counter.search).toBeFocused()
  await expect(counter.cart.getByRole('heading')).toHaveText('Venta 000003')
  await counter.sells(SOAP.code)
  await expect.poll(async () => (await counter.ledger()).map(({ posts }) => posts)).toEqual([1, 1, 1])
})

test('a till whose database is gone never begins with an empty one', async ({ counter, till }) => {
  const { page } = counter
  await counter.sells(COFFEE.code)
  await till.kill()
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${databaseOf(till)}${suffix}`, { force: true })
  await till.restart()
  await page.goto(till.address())
  await expect(page.getByText('Falta el archivo de datos de la caja.')).toBeVisible()
  await expect(counter.search).toBeHidden()
})
