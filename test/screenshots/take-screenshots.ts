import { spawnSync } from 'node:child_process'
import { mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { bringChromium } from '../../build/testing/bring-chromium.ts'
import { atTheCounter, CHEESE, COFFEE, type Counter, expect, SOAP } from '../e2e/at-the-counter.ts'
import type { PastSale } from '../e2e/past-sale.ts'
import { startTill } from '../e2e/till-process.ts'
import { afterwardsStory, typesStory } from './every-type-stories.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const FOLDER = path.join(ROOT, 'docs', 'screenshots')
const MOST_BYTES = 200_000

const MILK = '2000000000213'
const EGGS = '2000000000282'
const TOMATO = '2000000000299'
const BREAD = '2000000000374'
const TORTILLAS = '2000000000428'
const CHLORINE = '2000000000459'
const TOOTHPASTE = '2000000000510'
const NOTEBOOK = '2000000000565'

type Shoot = (name: string) => Promise<void>

const isFor = async (counter: Counter, name: string, more: { readonly email?: string } = {}): Promise<void> => {
  const dialog = counter.dialog('Cliente')
  await counter.types('F6')
  await dialog.getByLabel('Nombre').fill(name)
  if (more.email !== undefined) await dialog.getByLabel('Correo').fill(more.email)
  await counter.types('Enter')
  await expect(dialog).toBeHidden()
}

/** A sale whose paper is out before the next one begins. */
const sells = async (counter: Counter, ...codes: readonly string[]): Promise<void> => {
  await counter.scans(...codes)
  await counter.charges()
  await isPrinted(counter)
  await counter.beginsAnew()
}

const isPrinted = async ({ charged }: Counter): Promise<void> => {
  await expect(charged.getByRole('region', { name: 'Impresión' })).toHaveText(/ · Impreso$/)
  await expect(charged.getByRole('img', { name: /^Papel / })).toBeVisible()
}

/** Some sales of an ordinary morning. */
const morning = async (counter: Counter): Promise<void> => {
  await sells(counter, COFFEE.code, `2*${BREAD}`)
  await sells(counter, `2*${MILK}`, EGGS, `1.25*${TOMATO}`)
  await counter.scans(`10*${NOTEBOOK}`)
  await isFor(counter, 'Colegio de Ejemplo')
  await counter.charges('d')
  await isPrinted(counter)
  await counter.beginsAnew()
  await sells(counter, `4*${TORTILLAS}`, CHLORINE)
}

const basket = async (counter: Counter): Promise<void> => {
  await counter.scans(`2*${COFFEE.code}`, `0.455*${CHEESE.code}`, MILK, `6*${BREAD}`, TOOTHPASTE, `3*${SOAP.code}`)
  await counter.types('F4', '10', 'Enter')
  await expect(counter.lines.last()).toContainText('−10 %')
}

/** A document in each state that there is, the newest stamped. */
const EVERY_STATE: readonly PastSale[] = [
  { state: 'contingency', hoursAgo: 26, cents: 4_635, customer: 'Colegio de Ejemplo' },
  { state: 'cancelled', hoursAgo: 3.2, cents: 1_275 },
  { state: 'cancelling', hoursAgo: 2.6, cents: 890 },
  { state: 'alarm', hoursAgo: 2.1, cents: 560 },
  { state: 'refused', hoursAgo: 1.7, cents: 2_340 },
  { state: 'rejected', hoursAgo: 1.2, cents: 1_985, customer: 'Rosa Ejemplo' },
  { state: 'unknown', hoursAgo: 0.6, cents: 720 },
  { state: 'pending', hoursAgo: 0.4, cents: 630 },
  { state: 'stamped', hoursAgo: 0.2, cents: 1_100 },
]

const documentsStory = async (counter: Counter, shoot: Shoot): Promise<void> => {
  const { page } = counter
  await page.setViewportSize({ width: 1280, height: 1060 })
  await counter.opensDocuments()
  await expect(counter.documentRow(/Anulada/)).toBeVisible()
  await page.mouse.move(0, 0)
  await shoot('documents')

  await page.setViewportSize({ width: 1280, height: 800 })
  await counter.documentRow(/Rechazada/).click()
  await expect(page.getByRole('button', { name: 'Corregir cliente' })).toBeVisible()
  await page.mouse.move(0, 0)
  await shoot('document')

  await counter.types('F10')
  await expect(page.getByRole('table', { name: 'Cuadre' })).toBeVisible()
  await shoot('day')
}

const story = async (counter: Counter, shoot: Shoot): Promise<void> => {
  const { page } = counter
  await morning(counter)
  await basket(counter)
  await shoot('selling')

  await counter.types('F12', '20')
  await expect(counter.change).toBeVisible()
  await shoot('payment')

  await counter.types('Enter')
  await expect(counter.fiscalState).toHaveText('Factura emitida')
  await isPrinted(counter)
  await shoot('result')

  await counter.beginsAnew()
  await counter.opensSettings('Impresora')
  await page.getByRole('button', { name: 'Probar impresora' }).click()
  await expect(page.getByText('La impresora responde.')).toBeVisible()
  await page.mouse.move(0, 0)
  await shoot('settings')
}

const build = (): boolean => {
  const vite = path.join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: ROOT, stdio: 'inherit' })
  return built.status === 0
}

/** The pictures that are too large to be looked at on a slow line. */
const tooLarge = (files: readonly string[]): readonly string[] =>
  files
    .map((file) => ({ file, bytes: statSync(file).size }))
    .filter(({ bytes }) => bytes > MOST_BYTES)
    .map(({ file, bytes }) => `${path.relative(ROOT, file)}: ${bytes} bytes, at most ${MOST_BYTES}`)

/** Makes the pictures of docs/screenshots anew, from a fresh training till. Answers with the exit code. */
export const takeScreenshots = async (): Promise<number> => {
  if (!build()) return 1
  const executablePath = bringChromium()
  if (executablePath === null) {
    console.error('There is no Chromium and none could be brought: install one, or set the network up.')
    return 1
  }
  mkdirSync(FOLDER, { recursive: true })
  const taken: string[] = []
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
  const shootOn = async (past: readonly PastSale[], tell: typeof story): Promise<void> => {
    const till = await startTill('training', past)
    try {
      const page = await browser.newPage({
        viewport: { width: 1280, height: 800 },
        locale: 'es-SV',
        colorScheme: 'light',
        reducedMotion: 'reduce',
      })
      const counter = atTheCounter(page)
      await counter.opens(till.address())
      await tell(counter, async (name) => {
        const file = path.join(FOLDER, `${name}.png`)
        await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' })
        taken.push(file)
        console.log(path.relative(ROOT, file))
      })
    } finally {
      await till.discard()
    }
  }
  try {
    await shootOn([], story)
    await shootOn(EVERY_STATE, documentsStory)
    await shootOn([], typesStory)
    await shootOn([], afterwardsStory)
  } finally {
    await browser.close()
  }
  const wrong = tooLarge(taken)
  for (const sentence of wrong) console.error(sentence)
  return wrong.length === 0 ? 0 : 1
}
