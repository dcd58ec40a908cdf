import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { startVirtualPrinter, type VirtualPrinter } from '#adapters/printing/virtual-printer/virtual-printer.ts'
import type { CompletedSale } from '#application/ports/stores.ts'
import type { OpenSale } from '#domain/sale/sale.ts'
import { totalsOf } from '#domain/sale/totals.ts'
import type { EngineConfig } from '#engine/config.ts'
import { createEngine, type Engine } from '#engine/create-engine.ts'
import { type Simulator, startSimulator } from '#simulator/start-simulator.ts'
import { aFolder } from './a-folder.ts'
import { agreeOnEnvironment } from './agreed-environment.ts'
import { type ManualClock, manualClock } from './manual-clock.ts'

export const RESOURCES = path.resolve(import.meta.dirname, '../../resources')
export const FONT = path.join(RESOURCES, 'fonts', 'terminus-12x24.bin')
export const SAMPLE_KEY = `odt_${'ab'.repeat(28)}`

export type Till = {
  readonly engine: Engine
  readonly simulator: Simulator
  readonly clock: ManualClock
  readonly folder: string
  readonly printer: VirtualPrinter | null
  /** Sells for exact cash; fails the test where the sale is refused. */
  sells(sale: OpenSale): CompletedSale
  /** Moves time until nothing is left to send, to ask about or to fetch; watched documents are not waited for. */
  sendsEverything(): Promise<void>
  /** Moves time on in steps of what is due, for so long. */
  worksFor(ms: number): Promise<void>
  stateOf(sale: CompletedSale): string | undefined
}

export type TillOptions = {
  readonly simulator?: Simulator
  readonly folder?: string
  readonly clock?: ManualClock
  readonly key?: string | null
  readonly prints?: boolean
  readonly concurrency?: number
  readonly apiUrl?: string
  readonly refreshesCatalogs?: boolean
  /** Where its documents are to count; as the simulator's do, and known to, unless told. */
  readonly environment?: '00' | '01'
  /** Which machine it stands on; this one unless told. */
  readonly machine?: string
}

const quiet: EngineConfig['log'] = (level, event, facts) => {
  if (level === 'error') throw new Error(`${event}: ${JSON.stringify(facts)}`, { cause: facts?.cause })
}

/** A simulator without limits that ends with the test. */
export const aSimulator = async (): Promise<Simulator> => {
  const simulator = await startSimulator({ rateLimits: 'none' })
  onTestFinished(() => simulator.close())
  return simulator
}

/** A whole till: the real engine, a real database, the simulator over real HTTP, a real TCP printer where it prints, and time moved by hand. */
export const aTill = async (options: TillOptions = {}): Promise<Till> => {
  const simulator = options.simulator ?? (await aSimulator())
  const folder = options.folder ?? aFolder()
  const clock = options.clock ?? manualClock()
  const printer = options.prints ? await startVirtualPrinter({ fontFile: FONT }) : null
  const key = options.key === undefined ? SAMPLE_KEY : options.key
  const engine = await createEngine({
    mode: 'live',
    dataFolder: folder,
    resourcesFolder: RESOURCES,
    version: '0.0.0',
    secrets: key === null ? [] : [{ kind: 'environment', read: () => key, write: () => false }],
    apiUrl: options.apiUrl ?? simulator.baseUrl,
    printer: printer?.address ?? 'none',
    printsByItself: true,
    ...(options.environment === undefined && { environment: '00' as const }),
    clock,
    timers: clock,
    chance: { random: () => 0.5 },
    log: quiet,
    ...(options.concurrency !== undefined && { concurrency: options.concurrency }),
    ...(options.refreshesCatalogs !== undefined && { refreshesCatalogs: options.refreshesCatalogs }),
    ...(options.machine !== undefined && { machine: options.machine }),
  })
  if (options.environment === undefined) agreeOnEnvironment(engine)
  else engine.shop.save({ ...engine.shop.settings(), environment: options.environment })
  let running = true
  const stop = async (): Promise<void> => {
    if (!running) return
    running = false
    await engine.stop()
    await printer?.close()
  }
  onTestFinished(stop)
  if (printer) engine.queue.start()

  const settle = async (): Promise<void> => {
    do {
      await engine.sender.idle()
      await engine.queue.idle()
    } while (engine.sender.isBusy())
  }
  const isDone = (): boolean =>
    engine.stores.outbox.unsettled(clock.now()) === 0 &&
    engine.stores.files.nextWanted(Number.MAX_SAFE_INTEGER) === null

  return {
    engine,
    simulator,
    clock,
    folder,
    printer,
    sells: (sale) => {
      const tenders = [{ method: '01' as const, amount: totalsOf(sale.lines).total }]
      const sold = engine.completeSale(sale, tenders, randomUUID())
      if (!sold.ok) throw new Error(`refused: ${JSON.stringify(sold.error)}`)
      engine.documentChanged(sold.value.externalRef)
      return sold.value
    },
    sendsEverything: async () => {
      engine.startSending()
      await settle()
      while (!isDone()) {
        if (!clock.advanceToNextRing()) throw new Error('something is left and nothing will try it')
        await settle()
      }
    },
    worksFor: async (ms) => {
      engine.startSending()
      const until = clock.now() + ms
      await settle()
      while (clock.now() < until) {
        clock.advance(Math.min(1_000, until - clock.now()))
        await settle()
      }
    },
    stateOf: (sale) => engine.documentList.summary(sale.externalRef)?.state,
  }
}

/** The ledger as a test reads it: what was issued, how often it was posted, and its total. */
export const ledgerOf = (simulator: Simulator) =>
  simulator.ledger().map(({ externalRef, state, posts, total }) => ({ ref: externalRef, state, posts, total }))
