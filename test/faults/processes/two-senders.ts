import { setTimeout as delay } from 'node:timers/promises'
import { openSurvivingTill, type SurvivingTill } from '#support/a-surviving-till.ts'
import { anySale } from '../any-sale.ts'
import { checkPromise } from '../check-promise.ts'
import type { Scenario } from '../figures.ts'
import { seeded, wholeFrom } from '../seeded.ts'
import { becomesIssued, onProcessStage } from './process-stage.ts'

/** Slow enough for the sender to be killed with calls under way. */
const LATENCY_MS = 150
const LIVES_FOR_MS = 300
const MOST_SALES = 3

const isSender = (till: SurvivingTill): Promise<boolean> => till.asks((process) => process.isSender())

/**
 * Kills the one that sends, and sells on with the other: everything has to be issued while the first is gone, so only after a hand-over. Answers
 * with how long that took.
 */
const handOver = async (sender: SurvivingTill, other: SurvivingTill, random: () => number): Promise<number> => {
  await delay(random() * LIVES_FOR_MS)
  await sender.kill()
  const killedAt = performance.now()
  await other.sells(anySale(random))
  await becomesIssued(other)
  if (sender.process().isAlive()) throw new Error('the sender was not gone')
  return performance.now() - killedAt
}

/** Two processes on one database, both selling, both ready to send; the one that sends is killed, and the other takes over and goes on. */
export const twoSenders = (kills: number, seed: number): Scenario => {
  const name = 'two processes sending, killed in turn'
  return {
    name,
    seconds: kills * 2,
    heavy: true,
    run: () =>
      onProcessStage({}, async (stage) => {
        const random = seeded(seed)
        const second = await openSurvivingTill({ facts: stage.facts })
        const tills: readonly SurvivingTill[] = [stage.till, second]
        stage.simulator.setControls({ latencyMs: LATENCY_MS })
        const handOvers: number[] = []
        try {
          for (let kill = 0; kill < kills; kill += 1) {
            const sales = wholeFrom(random, 1, MOST_SALES)
            for (let sale = 0; sale < sales; sale += 1)
              await Promise.all(tills.map((till) => till.sells(anySale(random))))
            const [sender, other] = (await isSender(second)) ? [second, stage.till] : [stage.till, second]
            if (!(await isSender(sender))) throw new Error('nobody sends')
            handOvers.push(await handOver(sender, other, random))
          }
          await Promise.all(tills.map(becomesIssued))
          const acknowledged = tills.flatMap((till) => till.acknowledged)
          const ledger = stage.simulator.ledger()
          const documents = await second.asks((till) => till.everyDocument())
          const findings = await second.asks((till) => till.verify())
          const broken = checkPromise(acknowledged, documents, ledger)
          return {
            fault: name,
            injected: handOvers.length,
            sales: acknowledged.length,
            documents: ledger.length,
            broken: { ...broken, wrong: [...broken.wrong, ...findings, ...second.troubles()] },
            recoveryMs: Math.max(...handOvers),
            note: 'hand-overs of the sending',
          }
        } finally {
          await second.abandon()
        }
      }),
  }
}
