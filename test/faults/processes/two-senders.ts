import { setTimeout as delay } from 'node:timers/promises'
import { openSurvivingTill, type SurvivingTill } from '#support/a-surviving-till.ts'
import { anyCart } from '../any-cart.ts'
import { checkPromise, refsIn } from '../check-promise.ts'
import type { Scenario } from '../figures.ts'
import { seeded } from '../seeded.ts'
import { becomesIssued, onProcessStage } from './process-stage.ts'

const LATENCY_MS = 40
const LIVES_FOR_MS = 300

/** Two processes on one database, both selling, both ready to send; whichever sends is killed, and the other goes on. */
export const twoSenders = (kills: number, seed: number): Scenario => {
  const name = 'two processes sending, killed in turn'
  return {
    name,
    seconds: kills,
    heavy: true,
    run: () =>
      onProcessStage({}, async (stage) => {
        const random = seeded(seed)
        const second = await openSurvivingTill({ facts: stage.facts })
        const tills: readonly SurvivingTill[] = [stage.till, second]
        stage.simulator.setControls({ latencyMs: LATENCY_MS })
        try {
          for (let kill = 0; kill < kills; kill += 1) {
            await Promise.all(tills.map((till) => till.sells(anyCart(random))))
            await delay(random() * LIVES_FOR_MS)
            await tills[kill % 2]?.kill()
          }
          await Promise.all(tills.map(becomesIssued))
          const acknowledged = tills.flatMap((till) => till.acknowledged)
          const ledger = stage.simulator.ledger()
          const documents = await second.asks((till) => till.documents(refsIn(acknowledged, ledger)))
          const findings = await second.asks((till) => till.verify())
          const broken = checkPromise(acknowledged, documents, ledger)
          return {
            fault: name,
            injected: tills.reduce((deaths, till) => deaths + till.deaths(), 0),
            sales: acknowledged.length,
            documents: ledger.length,
            broken: { ...broken, wrong: [...broken.wrong, ...findings] },
            recoveryMs: Math.max(...tills.map((till) => till.worstRecoveryMs())),
          }
        } finally {
          await second.abandon()
        }
      }),
  }
}
