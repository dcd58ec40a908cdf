import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { totalsOf } from '#domain/sale/totals.ts'
import type { EngineConfig } from '#engine/config.ts'
import { createEngine, type Engine } from '#engine/create-engine.ts'
import { aCart } from '#support/a-cart.ts'
import { agreeOnEnvironment } from '#support/agreed-environment.ts'

const RESOURCES = path.resolve(import.meta.dirname, '../../resources')

/** An engine whose loops are not started. */
export const aBenchTill = async (
  dataFolder: string,
  apiUrl = 'http://127.0.0.1:9',
  key = 'a',
  time: Pick<EngineConfig, 'clock' | 'timers'> = {},
): Promise<Engine> => {
  const engine = await createEngine({
    ...time,
    mode: 'live',
    dataFolder,
    resourcesFolder: RESOURCES,
    version: 'bench',
    secrets: [{ kind: 'environment', read: () => `odt_${key.repeat(56)}`, write: () => false }],
    apiUrl,
    printer: 'none',
    printsByItself: false,
    environment: '00',
  })
  agreeOnEnvironment(engine)
  return engine
}

const FIVE_LINES = aCart()
  .with('Café molido', { price: '5.50', quantity: '2' })
  .with('Queso fresco', { price: '3.75', quantity: '0.455', unit: 'kg' })
  .with('Jabón', { price: '1.00', discount: { kind: 'percent', hundredths: 1000 } })
  .with('Azúcar', { price: '2.45' })
  .with('Arroz', { price: '0.65', quantity: '3' })

const TENDERS = [{ method: '01' as const, amount: totalsOf(FIVE_LINES.lines).total }]

export const sellFiveLines = (engine: Engine): string => {
  const sold = engine.completeSale(FIVE_LINES, TENDERS, randomUUID())
  if (!sold.ok) throw new Error(JSON.stringify(sold.error))
  return sold.value.externalRef
}
