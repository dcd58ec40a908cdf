import { fork } from 'node:child_process'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { type Measure, percentile } from './statistics.ts'

const SCRIPT = path.join(import.meta.dirname, 'bench-till-process.ts')
const SCANS = 200

type Told = { readonly url?: string; readonly codes?: readonly string[]; readonly rss?: number }

const startTill = (folder: string) => {
  const child = fork(SCRIPT, [folder], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const next = () => new Promise<Told>((resolve) => child.once('message', (told) => resolve(told as Told)))
  return { next, send: (ask: string) => child.send(ask), stop: () => child.kill('SIGTERM') }
}

/**
 * Start to first sellable screen, scan to line on screen with 10,000 products, and memory after 1,000 sales: the browser shell in a process of
 * its own, a real Chromium. A scan is timed inside the page, from its last key to the frame that shows the line.
 */
export const benchScreen = async (folder: string, executablePath: string): Promise<readonly Measure[]> => {
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
  const started = performance.now()
  const till = startTill(folder)
  try {
    const { url = '', codes = [] } = await till.next()
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(url)
    await page.getByRole('tabpanel').getByRole('button').first().waitFor()
    const untilSellable = performance.now() - started
    const scans = await page.evaluate(
      async (scanned) => {
        const field = document.querySelector<HTMLInputElement>('input[role=combobox]')
        const total = document.querySelector('[data-testid=cart-total]')
        if (!field || !total) throw new Error('no selling screen')
        const type = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
        const samples: number[] = []
        for (const code of scanned) {
          const shown = new Promise<number>((resolve) => {
            const watcher = new MutationObserver(() => {
              watcher.disconnect()
              requestAnimationFrame(() => resolve(performance.now()))
            })
            watcher.observe(total, { childList: true, characterData: true, subtree: true })
          })
          field.focus()
          type?.call(field, code)
          field.dispatchEvent(new Event('input', { bubbles: true }))
          const pressed = performance.now()
          field.dispatchEvent(
            new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }),
          )
          samples.push((await shown) - pressed)
        }
        return samples
      },
      codes.slice(0, SCANS),
    )
    till.send('sell')
    const { rss = Number.NaN } = await till.next()
    return [
      { name: 'scan → line on screen, 10,000 products, p99', value: percentile(scans, 0.99), unit: 'ms' },
      { name: 'scan → line on screen, 10,000 products, p50', value: percentile(scans, 0.5), unit: 'ms' },
      { name: 'start → first sellable screen', value: untilSellable, unit: 'ms' },
      { name: 'resident memory after 1,000 sales', value: rss / 1024 / 1024, unit: 'MB' },
    ]
  } finally {
    till.stop()
    await browser.close()
  }
}
