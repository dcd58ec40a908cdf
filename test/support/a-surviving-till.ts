import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Cents } from '#domain/money/decimal.ts'
import type { OpenSale } from '#domain/sale/sale.ts'
import type { Deed } from './every-act.ts'
import { createRecoveryWatch } from './recovery-watch.ts'
import {
  prepareTillProcess,
  TillDied,
  type TillProcess,
  type TillProcessOptions,
  TillRefused,
} from './till-in-a-process.ts'
import type { SoldFacts, TillFacts, WaitingFacts } from './till-messages.ts'
import { troublesIn } from './troubles.ts'

type Acknowledged = { readonly attemptId: string; readonly externalRef: string; readonly total: Cents }

export type SurvivingTill = {
  /** Everything that was answered with "Cobrado". */
  readonly acknowledged: readonly Acknowledged[]
  /** How often its process ended otherwise than by `stop`. */
  deaths(): number
  /** Milliseconds from a death until it was open again and nothing waited any more that did then; the worst so far. Null where nothing recovered. */
  worstRecoveryMs(): number | null
  /** Bugs that it told of, in any of its lives. */
  troubles(): readonly string[]
  /** Presses "Cobrar" until it is answered, the same press each time. */
  sells(sale: OpenSale): Promise<SoldFacts>
  /** The same for any act; false where the till refuses it for now, as with what is not issued yet. */
  does(deed: Deed): Promise<boolean>
  /** What was rejected goes out again, with another address of whoever it names. */
  corrects(externalRef: string, email: string): Promise<void>
  /** Puts a question until it is answered, over as many lives as it takes. */
  asks<T>(question: (till: TillProcess) => Promise<T>): Promise<T>
  /** Whether no document waits any more. */
  isIssued(): Promise<boolean>
  /** Whether no document and no paper waits any more. */
  isPrinted(): Promise<boolean>
  /** Whether nothing waits any more: no document, no file, no paper. */
  isQuiet(): Promise<boolean>
  /** The process that lives now. */
  process(): TillProcess
  kill(): Promise<void>
  stop(): Promise<void>
  /** Ends it whatever it is at. */
  abandon(): Promise<void>
}

type Options = {
  readonly facts: TillFacts
  /** What the process is told of failpoints, by how many lives it had before. */
  readonly life?: (before: number) => TillProcessOptions
  /** Done to the dead before the next life: what a power cut does to its files, say. */
  readonly afterDeath?: () => void
}

const LOOKED_EVERY_MS = 20
const MOST_LIVES_WITHOUT_AN_ANSWER = 20

/** What was done already, in a life that ended before it could say so. */
const DONE_BEFORE = ['document_not_correctable', 'document_not_retryable', 'correction_unchanged']

/** What a person cannot do with a document at this moment, or any more. */
const NOT_NOW = [
  'document_not_cancellable',
  'document_not_stamped',
  'document_not_creditable',
  'document_not_returnable',
  'document_has_notes',
  'part_exceeds_line',
  'parts_missing',
  'return_is_whole',
  'price_zero',
  'tender_not_positive',
]

/** A till in a process that may die at any moment and is started again on the same data, as a cashier would. */
export const openSurvivingTill = async ({ facts, life = () => ({}), afterDeath }: Options): Promise<SurvivingTill> => {
  const acknowledged: Acknowledged[] = []
  let deaths = 0
  const recovery = createRecoveryWatch()
  let diedAt: number | null = null
  let current = prepareTillProcess(life(0))
  let spare = prepareTillProcess(life(1))
  let reviving: Promise<void> | undefined
  let isAbandoned = false

  /** Opens it, in as many lives as that takes. */
  const open = async (): Promise<void> => {
    for (let lives = 0; lives < MOST_LIVES_WITHOUT_AN_ANSWER; lives += 1) {
      try {
        return await current.open(facts)
      } catch (cause) {
        if (!(cause instanceof TillDied)) throw cause
        await bury()
      }
    }
    throw new Error('the till dies whenever it is opened')
  }
  const bury = async (): Promise<void> => {
    await current.ended()
    // Whoever still asks it something must not bring another process to life that nobody ends.
    if (isAbandoned) throw new Error('the till was abandoned')
    deaths += 1
    diedAt ??= performance.now()
    afterDeath?.()
    current = spare
    spare = prepareTillProcess(life(deaths + 1))
  }
  const watchRecovery = async (): Promise<void> => {
    const watched = current
    const waiting = await watched.stillToIssue()
    if (diedAt !== null) recovery.opened(diedAt, waiting)
    diedAt = null
    while (!recovery.isOver()) {
      await delay(LOOKED_EVERY_MS)
      recovery.nowWaiting(await watched.stillToIssue())
    }
  }
  const revive = async (): Promise<void> => {
    await bury()
    await open()
    // Where it dies meanwhile, whoever asks it next hears of that.
    watchRecovery().catch(() => undefined)
  }
  const asks: SurvivingTill['asks'] = async (question) => {
    for (let lives = 0; lives < MOST_LIVES_WITHOUT_AN_ANSWER; lives += 1) {
      await reviving
      const asked = current
      try {
        return await question(asked)
      } catch (cause) {
        if (!(cause instanceof TillDied)) throw cause
        if (asked === current)
          reviving ??= revive().finally(() => {
            reviving = undefined
          })
        await reviving
      }
    }
    throw new Error('the till dies whenever it is asked this')
  }

  const acts = async (act: (till: TillProcess) => Promise<null>): Promise<void> => {
    await asks(act).catch((cause: unknown) => {
      if (!(cause instanceof TillRefused && DONE_BEFORE.includes(cause.message))) throw cause
    })
  }

  const isZero = async (counted: (waiting: WaitingFacts) => number): Promise<boolean> =>
    counted(await asks((till) => till.waiting())) === 0 && diedAt === null && recovery.isOver()

  await open()
  watchRecovery().catch(() => undefined)
  return {
    acknowledged,
    deaths: () => deaths,
    worstRecoveryMs: recovery.worstMs,
    troubles: () => troublesIn(facts.troublesFile),
    sells: async (sale) => {
      const attemptId = randomUUID()
      const sold = await asks((till) => till.sell(sale, attemptId))
      acknowledged.push({ attemptId, ...sold })
      return sold
    },
    does: async (deed) => {
      const attemptId = randomUUID()
      try {
        const done = await asks((till) => till.does(deed, attemptId))
        if (done) acknowledged.push({ attemptId, ...done })
        return true
      } catch (cause) {
        if (!(cause instanceof TillRefused && NOT_NOW.includes(cause.message))) throw cause
        return false
      }
    },
    corrects: (externalRef, email) => acts((till) => till.sendAnew(externalRef, email)),
    asks,
    isIssued: () => isZero(({ documents }) => documents),
    isPrinted: () => isZero(({ documents, papers }) => documents + papers),
    isQuiet: () => isZero(({ documents, files, papers }) => documents + files + papers),
    process: () => current,
    kill: () => current.kill(),
    stop: async () => {
      await asks((till) => till.stop())
      isAbandoned = true
      await spare.kill()
    },
    abandon: async () => {
      isAbandoned = true
      await reviving?.catch(() => undefined)
      await Promise.allSettled([current.kill(), spare.kill()])
    },
  }
}
