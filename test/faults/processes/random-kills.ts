import { setTimeout as delay } from 'node:timers/promises'
import type { SurvivingTill } from '#support/a-surviving-till.ts'
import { anySale } from '../any-sale.ts'
import type { Broken } from '../check-promise.ts'
import type { Figures, Scenario } from '../figures.ts'
import { seeded, wholeFrom } from '../seeded.ts'
import { becomesIssued, figuresOf, onProcessStage } from './process-stage.ts'

/** While it opens, sells and sends alike. */
const LIVES_FOR_MS = 350
const BETWEEN_SALES_MS = 25
const LATENCY_MS = 20

/** How many of the sales are followed by taking something back. */
const TAKEN_BACK = 0.25
const ACTS = ['cancel', 'credit', 'returnPart'] as const

/** Any act about any document so far; many of them are refused, as what they are about is of another type or not issued yet. */
const takesBack = async (till: SurvivingTill, random: () => number): Promise<void> => {
  const about = till.acknowledged[wholeFrom(random, 0, till.acknowledged.length - 1)]
  const act = ACTS[wholeFrom(random, 0, ACTS.length - 1)]
  if (about && act) await till.does({ act, externalRef: about.externalRef })
}

/** Sells all the time, and takes back now and then, until it is told to stop. */
export const sellMeanwhile = (till: SurvivingTill, random: () => number) => {
  let selling = true
  const sold = (async () => {
    while (selling) {
      await till.sells(anySale(random))
      if (random() < TAKEN_BACK) await takesBack(till, random)
      await delay(wholeFrom(random, 0, BETWEEN_SALES_MS))
    }
  })()
  // Told to who stops it.
  sold.catch(() => undefined)
  return {
    stop: async (): Promise<void> => {
      selling = false
      await sold
    },
  }
}

/** SIGKILL at a random moment of a life: while it opens, recovers, sells, sends. */
export const killSoon = async (till: SurvivingTill, random: () => number): Promise<void> => {
  const victim = till.process()
  // It may have died already, and been seen to.
  await victim.loaded.catch(() => undefined)
  await delay(random() * LIVES_FOR_MS)
  await victim.kill()
}

const killed = async (fault: string, seed: number, kills: number): Promise<Figures> =>
  onProcessStage({}, async (stage) => {
    const { till, simulator } = stage
    const random = seeded(seed)
    simulator.setControls({ latencyMs: LATENCY_MS })
    const seller = sellMeanwhile(till, random)
    while (till.deaths() < kills) {
      await killSoon(till, random)
      await till.asks((process) => process.waiting())
    }
    await seller.stop()
    await becomesIssued(till)
    return figuresOf(fault, till.deaths(), stage)
  })

const joined = (left: Broken, right: Broken): Broken => ({
  lost: [...left.lost, ...right.lost],
  duplicated: [...left.duplicated, ...right.duplicated],
  wrong: [...left.wrong, ...right.wrong],
})

/** The longest of several recoveries; null, never, where one of them did not come. */
export const worstOf = (recoveries: readonly (number | null)[]): number | null =>
  recoveries.reduce((worst, one) => (worst === null || one === null ? null : Math.max(worst, one)))

/** Rows of the same fault as one. */
export const together = (rows: readonly Figures[]): Figures =>
  rows.reduce((sum, row) => ({
    fault: row.fault,
    injected: sum.injected + row.injected,
    sales: sum.sales + row.sales,
    documents: sum.documents + row.documents,
    broken: joined(sum.broken, row.broken),
    recoveryMs: worstOf([sum.recoveryMs, row.recoveryMs]),
  }))

/** Tills killed at the same time, each on its own data: one for each core of a small machine. */
const TILLS = 2

export const randomKills = (kills: number, seed: number): Scenario => {
  const name = 'SIGKILL at random moments'
  return {
    name,
    seconds: kills / 2,
    heavy: true,
    run: async () =>
      together(
        await Promise.all(
          Array.from({ length: TILLS }, (_, till) => killed(name, seed + till, Math.ceil(kills / TILLS))),
        ),
      ),
  }
}
