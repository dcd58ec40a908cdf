import { aBenchTill, sellFiveLines } from './a-bench-till.ts'

/** Sells, then drains, in a process of its own whose memory is watched: tells its parent what it had before and at most, in bytes. */
const [folder = '', baseUrl = '', count = '0'] = process.argv.slice(2)
const LOOK_EVERY_MS = 50

const engine = await aBenchTill(folder, baseUrl)
for (let sold = 0; sold < Number(count); sold += 1) sellFiveLines(engine)
global.gc?.()
const before = process.memoryUsage.rss()
let most = before
const started = performance.now()
engine.startSending()
await new Promise<void>((resolve) => {
  const look = (): void => {
    most = Math.max(most, process.memoryUsage.rss())
    if (engine.stores.outbox.unsettled(0) === 0) resolve()
    else setTimeout(look, LOOK_EVERY_MS)
  }
  look()
})
const seconds = (performance.now() - started) / 1000
await engine.stop()
process.send?.({ before, most, seconds })
process.disconnect()
