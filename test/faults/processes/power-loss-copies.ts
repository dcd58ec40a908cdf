import { cpSync, existsSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { startSimulator } from '#simulator/start-simulator.ts'
import { openLiveTill } from '../a-live-till.ts'
import { anySale } from '../any-sale.ts'
import { type Acknowledged, checkPromise } from '../check-promise.ts'
import type { Figures, Scenario } from '../figures.ts'
import { seeded } from '../seeded.ts'
import { until } from '../time.ts'
import { freeze } from './power-cuts.ts'
import { becomesIssued, figuresOf, onProcessStage, type ProcessStage } from './process-stage.ts'
import { sellMeanwhile, together } from './random-kills.ts'

const BETWEEN_COPIES_MS = 250
const LATENCY_MS = 10
const ISSUED_WITHIN_MS = 60_000

/** A till's files and the API's as they stood at one moment, and what had been promised by then. */
type Moment = {
  readonly data: string
  readonly stateFile: string
  readonly acknowledged: readonly Acknowledged[]
}

const stateFileIn = (folder: string): string => path.join(folder, 'api.json')

/** The memory that processes share is gone with the power, and so are the locks. */
const copyData = (from: string, to: string): void =>
  cpSync(from, to, { recursive: true, filter: (file) => !/(-shm|\.lock|\.lock-journal)$/.test(file) })

const copyNow = async (stage: ProcessStage, index: number): Promise<Moment> => {
  const goOn = await freeze(stage)
  const folder = path.join(stage.folder, `copy-${index}`)
  const moment = {
    data: path.join(folder, 'data'),
    stateFile: stateFileIn(folder),
    acknowledged: [...stage.till.acknowledged],
  }
  try {
    copyData(stage.facts.dataFolder, moment.data)
    // Before anything is registered there is none.
    if (existsSync(stateFileIn(stage.folder))) cpSync(stateFileIn(stage.folder), moment.stateFile)
  } finally {
    goOn()
  }
  return moment
}

/** Opens the copy with the API as it was at that moment, sells on, and lets everything be issued. */
const goOnFrom = async (fault: string, moment: Moment, random: () => number): Promise<Figures> => {
  const folder = `${moment.data}-goes-on`
  copyData(moment.data, folder)
  const simulator = await startSimulator({ rateLimits: 'none', stateFile: moment.stateFile })
  const openedAt = performance.now()
  const till = await openLiveTill({ folder, apiUrl: simulator.baseUrl })
  try {
    for (let sale = 0; sale < 2; sale += 1) till.sells(anySale(random))
    await until('everything issued', ISSUED_WITHIN_MS, () => till.waiting() === 0)
    const acknowledged = [...moment.acknowledged, ...till.acknowledged]
    // At the moment of the copy one press may have been saved and not answered yet, and nobody presses again in this one.
    const broken = checkPromise(acknowledged, till.documents(), simulator.ledger(), { unacknowledged: 1 })
    return {
      fault,
      injected: 1,
      sales: acknowledged.length,
      documents: simulator.ledger().length,
      broken: {
        ...broken,
        wrong: [...broken.wrong, ...till.troubles, ...till.engine.verify().map(({ code }) => code)],
      },
      recoveryMs: performance.now() - openedAt,
    }
  } finally {
    await till.stop()
    await simulator.close()
  }
}

type Sent = { readonly documents: number; readonly ms: number; readonly troubles: readonly string[] }

/** Lets an old copy send what it thinks is still to be sent, beside the till that went on without it. */
const sendFromOldCopy = async ({ data }: Moment, apiUrl: string): Promise<Sent> => {
  const startedAt = performance.now()
  const till = await openLiveTill({ folder: data, apiUrl })
  try {
    const documents = till.waiting()
    await until('nothing left to send', ISSUED_WITHIN_MS, () => till.waiting() === 0)
    return { documents, ms: performance.now() - startedAt, troubles: till.troubles }
  } finally {
    await till.stop()
  }
}

const takeCopies = async (stage: ProcessStage, copies: number, random: () => number): Promise<readonly Moment[]> => {
  stage.simulator.setControls({ latencyMs: LATENCY_MS })
  const seller = sellMeanwhile(stage.till, random)
  const moments: Moment[] = []
  while (moments.length < copies) {
    await delay(random() * BETWEEN_COPIES_MS)
    moments.push(await copyNow(stage, moments.length))
  }
  await seller.stop()
  stage.simulator.setControls({ latencyMs: 0 })
  await becomesIssued(stage.till)
  return moments
}

const copying = (
  name: string,
  copies: number,
  go: (moments: readonly Moment[], stage: ProcessStage) => Promise<Figures>,
  seed: number,
): Scenario => ({
  name,
  seconds: copies,
  heavy: true,
  run: () =>
    onProcessStage({ simulator: (folder) => ({ stateFile: stateFileIn(folder) }) }, async (stage) =>
      go(await takeCopies(stage, copies, seeded(seed)), stage),
    ),
})

/** The database files copied at arbitrary moments while it sells and sends, opened, and gone on from. */
export const copiesGoOn = (copies: number, seed: number): Scenario => {
  const name = 'power loss: files copied at any moment go on'
  return copying(
    name,
    copies,
    async (moments) => {
      const random = seeded(seed + 1)
      const rows: Figures[] = []
      for (const moment of moments) rows.push(await goOnFrom(name, moment, random))
      return together(rows)
    },
    seed,
  )
}

/** Copies that are older than the API's ledger: the disk of yesterday beside the till of today. */
export const oldCopiesSend = (copies: number, seed: number): Scenario => {
  const name = 'old copies send to the same API'
  return copying(
    name,
    copies,
    async (moments, stage) => {
      const sent: Sent[] = []
      for (const moment of moments) sent.push(await sendFromOldCopy(moment, stage.simulator.baseUrl))
      const busy = sent.filter(({ documents }) => documents > 0)
      const note = `${busy.length} of ${sent.length} copies had something to send`
      const figures = await figuresOf(name, busy.length, stage, note)
      return {
        ...figures,
        broken: { ...figures.broken, wrong: [...figures.broken.wrong, ...sent.flatMap(({ troubles }) => troubles)] },
        recoveryMs: Math.max(...sent.map(({ ms }) => ms)),
      }
    },
    seed,
  )
}
