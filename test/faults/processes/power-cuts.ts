import { existsSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { anySale } from '../any-sale.ts'
import type { Scenario } from '../figures.ts'
import { seeded, wholeFrom } from '../seeded.ts'
import { becomesIssued, figuresOf, onProcessStage, type ProcessStage } from './process-stage.ts'

const LIVES_FOR_MS = 400
/** What a stopped process said before it was stopped has come in after this. */
const HEARD_WITHIN_MS = 30
const LATENCY_MS = 60
const MOST_SALES_A_LIFE = 6
/** Not every death tears something off. */
const MOST_DEATHS_A_CUT = 8

export const walOf = (folder: string): string => path.join(folder, 'till.db-wal')
const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

/** Stops the till where it stands and hears what it said until then; answers with how to let it go on. */
export const freeze = async ({ till }: Pick<ProcessStage, 'till'>): Promise<() => void> => {
  const { pid, loaded } = till.process()
  await loaded.catch(() => undefined)
  process.kill(pid, 'SIGSTOP')
  await delay(HEARD_WITHIN_MS)
  return () => process.kill(pid, 'SIGCONT')
}

/**
 * How much of the write-ahead log is surely on disk: what stood in it when the till last showed somebody that it had committed, by "Cobrado", by
 * a document sent or by a backup made. What comes after may be lost with the power, at any byte.
 */
const watchWhatIsShown = ({ simulator, till, facts }: ProcessStage) => {
  const file = walOf(facts.dataFolder)
  const backups = path.join(facts.dataFolder, 'backups')
  let shown = ''
  let durable = 0
  const look = (): void => {
    const posts = simulator.requests().filter(({ method }) => method === 'POST').length
    const made = existsSync(backups) ? readdirSync(backups).filter((name) => name.endsWith('.db')).length : 0
    const now = `${till.acknowledged.length} ${posts} ${made}`
    if (now !== shown) durable = sizeOf(file)
    shown = now
  }
  const timer = setInterval(look, 2)
  return {
    durable: (): number => {
      look()
      return durable
    },
    end: () => clearInterval(timer),
  }
}

/** The till's power is cut, and with it goes a random part of what the disk had not been told to keep. */
export const powerCuts = (cuts: number, seed: number): Scenario => {
  const name = 'power cut: end of the log torn off'
  return {
    name,
    seconds: cuts,
    heavy: true,
    run: () => {
      const random = seeded(seed)
      let keep: number | null = null
      let torn = 0
      const tear = (folder: string): void => {
        rmSync(path.join(folder, 'till.db-shm'), { force: true })
        const size = sizeOf(walOf(folder))
        if (keep === null || keep >= size) return
        truncateSync(walOf(folder), wholeFrom(random, keep, size - 1))
        torn += 1
      }
      return onProcessStage({ afterDeath: tear }, async (stage) => {
        const { till, simulator } = stage
        simulator.setControls({ latencyMs: LATENCY_MS })
        const shown = watchWhatIsShown(stage)
        while (torn < cuts && till.deaths() < cuts * MOST_DEATHS_A_CUT) {
          const sales = wholeFrom(random, 1, MOST_SALES_A_LIFE)
          for (let sale = 0; sale < sales; sale += 1) await till.sells(anySale(random))
          await delay(random() * LIVES_FOR_MS)
          await freeze(stage)
          keep = shown.durable()
          await till.kill()
          await till.asks((process) => process.waiting())
        }
        shown.end()
        await becomesIssued(till)
        return figuresOf(name, torn, stage, `${till.deaths()} deaths, some with nothing to tear off`)
      })
    },
  }
}
