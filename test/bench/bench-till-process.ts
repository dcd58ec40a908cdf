import path from 'node:path'
import { startServer } from '#server/start-server.ts'
import { aBenchTill, sellFiveLines } from './a-bench-till.ts'

/** The browser shell over 10,000 products; sells a thousand times when told to, and tells what memory that left. */
const PRODUCTS = 10_000
const SALES = 1_000

const products = Array.from({ length: PRODUCTS }, (_, index) => ({
  code: `2${String(index).padStart(11, '0')}`,
  name: `Artículo de ejemplo ${index}`,
  category: `Grupo ${index % 8}`,
  unit: 'unit' as const,
  unitPrice: 10_000 + index,
  tile: index % 8,
}))

const engine = await aBenchTill(path.resolve(process.argv[2] ?? '.'))
engine.catalogue.save(products)
const server = await startServer({ engine, folder: path.resolve(import.meta.dirname, '../../out/renderer') })
process.send?.({
  url: server.freshUrl(),
  codes: products.filter((_, index) => index % 37 === 0).map(({ code }) => code),
})

process.on('message', () => {
  for (let sale = 0; sale < SALES; sale += 1) sellFiveLines(engine)
  process.send?.({ rss: process.memoryUsage().rss })
})
