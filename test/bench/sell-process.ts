import { aBenchTill, sellFiveLines } from './a-bench-till.ts'

/** Sells so many times and ends, so that what selling takes is not in the memory of whoever drains. */
const [folder = '', count = '0'] = process.argv.slice(2)

const engine = await aBenchTill(folder)
for (let sold = 0; sold < Number(count); sold += 1) sellFiveLines(engine)
await engine.stop()
