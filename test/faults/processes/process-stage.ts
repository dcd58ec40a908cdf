import path from 'node:path'
import { startVirtualPrinter } from '#adapters/printing/virtual-printer/virtual-printer.ts'
import { type Simulator, type SimulatorOptions, startSimulator } from '#simulator/start-simulator.ts'
import { openSurvivingTill, type SurvivingTill } from '#support/a-surviving-till.ts'
import type { TillFacts } from '#support/till-messages.ts'
import { KEY, RESOURCES } from '../a-live-till.ts'
import { checkPromise } from '../check-promise.ts'
import type { Figures } from '../figures.ts'
import { inTemporaryFolder } from '../temporary-folder.ts'
import { until } from '../time.ts'

export type ProcessStage = {
  readonly simulator: Simulator
  readonly till: SurvivingTill
  readonly folder: string
  readonly facts: TillFacts
}

type Options = {
  readonly prints?: boolean
  readonly simulator?: (folder: string) => SimulatorOptions
  /** The till's data somewhere else than in the scenario's own folder. */
  readonly dataFolder?: string
} & Partial<Pick<Parameters<typeof openSurvivingTill>[0], 'life'>> & {
    readonly afterDeath?: (folder: string) => void
  }

const QUIET_WITHIN_MS = 120_000

/** Not everybody waits for files and papers. */
export const becomesIssued = (till: SurvivingTill): Promise<void> =>
  until('everything issued', QUIET_WITHIN_MS, till.isIssued)

export const becomesPrinted = (till: SurvivingTill): Promise<void> =>
  until('everything issued and printed', QUIET_WITHIN_MS, till.isPrinted)

export const becomesQuiet = (till: SurvivingTill): Promise<void> =>
  until('everything issued, kept and printed', QUIET_WITHIN_MS, till.isQuiet)

/** A till in a process of its own that may be killed, on a simulator in this one. */
export const onProcessStage = <T>(
  { prints = false, simulator: wanted, dataFolder, life, afterDeath }: Options,
  play: (stage: ProcessStage) => Promise<T>,
): Promise<T> =>
  inTemporaryFolder(async (folder) => {
    const simulator = await startSimulator({ rateLimits: 'none', ...wanted?.(folder) })
    const fontFile = path.join(RESOURCES, 'fonts', 'terminus-12x24.bin')
    const printer = prints ? await startVirtualPrinter({ fontFile }) : null
    const facts: TillFacts = {
      dataFolder: dataFolder ?? path.join(folder, 'data'),
      resourcesFolder: RESOURCES,
      apiUrl: simulator.baseUrl,
      apiKey: KEY,
      printer: printer?.address ?? 'none',
      troublesFile: path.join(folder, 'troubles.txt'),
    }
    try {
      const till = await openSurvivingTill({
        facts,
        ...(life && { life }),
        ...(afterDeath && { afterDeath: () => afterDeath(facts.dataFolder) }),
      })
      try {
        const played = await play({ simulator, till, folder, facts })
        await till.stop()
        return played
      } catch (cause) {
        await till.abandon()
        throw cause
      }
    } finally {
      await printer?.close()
      await simulator.close()
    }
  })

/** The row of a stage that has become quiet. */
export const figuresOf = async (
  fault: string,
  injected: number,
  { simulator, till }: Pick<ProcessStage, 'simulator' | 'till'>,
  note?: string,
): Promise<Figures> => {
  const documents = await till.asks((process) => process.everyDocument())
  const findings = await till.asks((process) => process.verify())
  const broken = checkPromise(till.acknowledged, documents, simulator.ledger())
  return {
    fault,
    injected,
    sales: till.acknowledged.length,
    documents: simulator.ledger().length,
    broken: { ...broken, wrong: [...broken.wrong, ...findings, ...till.troubles()] },
    recoveryMs: till.worstRecoveryMs(),
    ...(note !== undefined && { note }),
  }
}
