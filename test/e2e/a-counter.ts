import { test as base } from '@playwright/test'
import { atTheCounter, type Counter, expect } from './at-the-counter.ts'
import type { PastSale } from './past-sale.ts'
import { type Mode, startTill, type Till, type Variables } from './till-process.ts'

type Fixtures = {
  readonly mode: Mode
  /** What the till finds in its database: these sales, or so many of any kind. */
  readonly past: { readonly sales: readonly PastSale[] | number }
  /** What the till's environment says besides. */
  readonly variables: Variables
  /** A fresh till in a process of its own. After each story it must close in order, with nothing in its log. */
  readonly till: Till
  /** The till opened in the browser, ready for the first scan. No story may leave an error in the page. */
  readonly counter: Counter
}

export const test = base.extend<Fixtures>({
  mode: ['training', { option: true }],
  past: [{ sales: [] }, { option: true }],
  variables: [{}, { option: true }],
  till: async ({ mode, past, variables }, use) => {
    const till = await startTill(mode, past.sales, variables)
    await use(till)
    expect(await till.discard()).toEqual({ exitCode: 0, complaints: '' })
  },
  counter: async ({ page, till }, use) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => {
      // A till that was killed on purpose leaves failed requests behind, and the next one at its address does not know the old page.
      const isOfKilled =
        message.text().includes('net::ERR_') ||
        (till.hasRestarted() && message.text().includes('403') && message.location().url.includes('/rpc/'))
      if (message.type() === 'error' && !isOfKilled) errors.push(message.text())
    })
    const counter = atTheCounter(page)
    await counter.opens(till.address())
    await use(counter)
    expect(errors).toEqual([])
  },
})

export { expect }
