import { aBenchTill } from './a-bench-till.ts'

/** Drains what another process sold, its memory watched: tells its parent what it had before and at most, in bytes. */
const [folder = '', baseUrl = ''] = process.argv.slice(2)
const LOOK_EVERY_MS = 50

const engine = await aBenchTill(folder, baseUrl)
global.gc?.()
const before = process.memoryUsage.rss()
let most = before
engine.startSending()
await new Promise<void>((resolve) => {
  const look = (): void => {
    most = Math.max(most, process.memoryUsage.rss())
    if (engine.stores.outbox.unsettled(0) === 0) resolve()
    else setTimeout(look, LOOK_EVERY_MS)
  }
  look()
})
await engine.stop()
process.send?.({ before, most })
process.disconnect()
