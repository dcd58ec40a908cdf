import { setTimeout as delay } from 'node:timers/promises'
import type { OpenSale } from '#domain/sale/sale.ts'
import { defaultControls } from '#simulator/controls.ts'
import { type Simulator, startSimulator } from '#simulator/start-simulator.ts'
import { deedOf } from '#support/deed-of.ts'
import { actsInTurn, asType, type Deed, soldInTurn } from '#support/every-act.ts'
import { type LiveTill, openLiveTill } from '../a-live-till.ts'
import { anyCart } from '../any-cart.ts'
import { checkPromise } from '../check-promise.ts'
import type { Figures, Scenario } from '../figures.ts'
import { seeded } from '../seeded.ts'
import { inTemporaryFolder } from '../temporary-folder.ts'
import { until } from '../time.ts'

export type Stage = {
  readonly simulator: Simulator
  readonly till: LiveTill
  /** What somebody buys next. */
  cart(): OpenSale
  /** A sale of the next type. */
  sells(): void
}

/** Something that goes wrong between a till that sells and an API, and how it ends. */
export type NetworkFault = {
  readonly name: string
  /** How long it takes, roughly. */
  readonly seconds?: number
  inject(stage: Stage): void | Promise<void>
  /** How often it has happened so far. */
  injected(stage: Stage): number
  /** It ends once it has happened so often; 3 unless told. */
  readonly enough?: number
  /** What ends it; unless told, the simulator behaves again. */
  recover?(stage: Stage): void | Promise<void>
  /** What `verify` then finds, and is right to find. */
  readonly leaves?: string
}

const SALES_AFTER = 2
const BETWEEN_SALES_MS = 40
const HAPPENS_WITHIN_MS = 60_000
const RECOVERS_WITHIN_MS = 150_000

export const behave = (simulator: Simulator): void => {
  simulator.setControls(defaultControls())
}

const sellSome = async (stage: Stage, count: number): Promise<void> => {
  for (let sale = 0; sale < count; sale += 1) {
    stage.sells()
    await delay(BETWEEN_SALES_MS)
  }
}

/** Done and issued; answers with the ref of what came of it. */
const issues = async (stage: Stage, deed: Deed): Promise<string> => {
  const { till } = stage
  const refused = till.does(deed)
  if (refused !== null) throw new Error(`refused: ${refused}`)
  await quiet(stage)
  return till.acknowledged.at(-1)?.externalRef ?? ''
}

/** Where the till's clock is far ahead, nothing can be taken back any more. */
const OF_THE_CLOCK = 'cancel_window_closed'

/** What the fault is to meet, each act about a document of its own that is issued before. */
const prepare = async (stage: Stage, turn: number): Promise<readonly Deed[]> => {
  const { simulator, cart } = stage
  const preparing = { simulator, cart, issues: (deed: Deed) => issues(stage, deed) }
  const deeds: Deed[] = []
  for (const row of actsInTurn(turn)) deeds.push(await deedOf(preparing, row))
  return deeds
}

const doAll = async ({ till }: Stage, deeds: readonly Deed[]): Promise<void> => {
  for (const deed of deeds) {
    const refused = till.does(deed)
    if (refused !== null && refused !== OF_THE_CLOCK) throw new Error(`refused: ${refused}`)
    await delay(BETWEEN_SALES_MS)
  }
}

const quiet = (stage: Stage): Promise<void> =>
  until('everything issued', RECOVERS_WITHIN_MS, () => stage.till.waiting() === 0)

/** The files of the first sales too: what goes wrong from now on is to hit what issues. */
const allKept = ({ till }: Stage): Promise<void> =>
  until(
    'every file kept',
    RECOVERS_WITHIN_MS,
    () => till.engine.stores.files.nextWanted(Number.MAX_SAFE_INTEGER) === null,
  )

const play = async (fault: NetworkFault, stage: Stage, turn: number): Promise<Figures> => {
  const { simulator, till } = stage
  const deeds = await prepare(stage, turn)
  await allKept(stage)
  await fault.inject(stage)
  await doAll(stage, deeds)
  await until(fault.name, HAPPENS_WITHIN_MS, () => fault.injected(stage) >= (fault.enough ?? 3))
  const startedAt = till.time.elapsed()
  await (fault.recover ?? (() => behave(simulator)))(stage)
  await sellSome(stage, SALES_AFTER)
  await quiet(stage)
  const broken = checkPromise(till.acknowledged, till.documents(), simulator.ledger())
  const findings = till.engine.verify().filter(({ code }) => code !== fault.leaves)
  return {
    fault: fault.name,
    injected: fault.injected(stage),
    sales: till.acknowledged.length,
    documents: simulator.ledger().filter(({ automatic }) => !automatic).length,
    broken: { ...broken, wrong: [...broken.wrong, ...till.troubles, ...findings.map(({ code }) => code)] },
    recoveryMs: till.time.elapsed() - startedAt,
  }
}

/** So much of each that a part can be taken back. */
const severalOf = (cart: OpenSale): OpenSale => ({
  ...cart,
  lines: cart.lines.map((line) => ({ ...line, quantity: line.unit === 'kg' ? line.quantity : line.quantity + 1_000 })),
})

/** A till that sells before, during and after the fault, on a simulator of its own; `place` is the fault's in its table, which decides what it meets. */
export const networkScenario = (fault: NetworkFault, place: number): Scenario => ({
  name: fault.name,
  seconds: fault.seconds ?? 10,
  run: () =>
    inTemporaryFolder(async (folder) => {
      const simulator = await startSimulator({ rateLimits: 'none' })
      const till = await openLiveTill({ folder, apiUrl: simulator.baseUrl })
      const random = seeded(fault.name.length)
      const cart = (): OpenSale => severalOf(anyCart(random))
      let turn = place
      const sells = (): void => {
        turn += 1
        if (!till.sells(asType(soldInTurn(turn), cart()))) throw new Error('a sale was refused')
      }
      try {
        return await play(fault, { simulator, till, cart, sells }, turn)
      } finally {
        await till.stop()
        await simulator.close()
      }
    }),
})
