import type { Failpoint } from '#domain/failpoint/failpoint.ts'
import { aCart, coffee } from '#support/a-cart.ts'
import { FAILPOINTS, whereOf } from '#support/failpoint-names.ts'
import type { Scenario } from '../figures.ts'
import { until } from '../time.ts'
import { becomesQuiet, figuresOf, onProcessStage, type ProcessStage } from './process-stage.ts'

const SEEN_WITHIN_MS = 60_000
/** It dies there in so many lives running. */
const DEATHS = 2

const named = (email: string) => ({ name: 'Cliente de Prueba', document: null, email, phone: null })

const isState = async ({ till }: ProcessStage, externalRef: string, state: string): Promise<boolean> =>
  (await till.asks((process) => process.document(externalRef))).state === state

/** From "Cobrar" to the printed ticket, with a rejection corrected, a cancellation, a kill with calls under way, and a second paper. */
export const everyStep = async (stage: ProcessStage, settles = becomesQuiet): Promise<void> => {
  const { simulator, till } = stage
  const first = await till.sells(coffee())
  await till.sells(aCart().with('Queso fresco', { price: '3.75', quantity: '0.455', unit: 'kg' }))
  await settles(till)
  await till.asks((process) => process.print(first.externalRef))

  simulator.setControls({ rejectNext: { count: 1 } })
  const rejected = await till.sells(coffee().for(named('cliente@ejemplo.test')))
  await until('a rejection', SEEN_WITHIN_MS, () => isState(stage, rejected.externalRef, 'rejected'))
  await till.corrects(rejected.externalRef, named('corregido@ejemplo.test'))
  await settles(till)

  await till.cancels(rejected.externalRef, 'El cliente devolvió todo')
  await until('a cancellation', SEEN_WITHIN_MS, () => isState(stage, rejected.externalRef, 'cancelled'))

  simulator.setControls({ latencyMs: 300 })
  const asked = simulator.requests().length
  for (let sale = 0; sale < 3; sale += 1) await till.sells(coffee())
  await until('a call under way', SEEN_WITHIN_MS, () => simulator.requests().length > asked)
  await till.kill()
  simulator.setControls({ latencyMs: 0 })
  await settles(till)
}

/** Recovery has something to recover only in a second life. */
export const firstLifeOf = (point: Failpoint): number => (point.startsWith('recover') ? 1 : 0)

const killedAt = (point: Failpoint): Scenario => {
  const name = `SIGKILL: ${whereOf(point)}`
  const from = firstLifeOf(point)
  return {
    name,
    // A file that was being fetched is wanted again after a minute.
    ...(point.startsWith('file') ? { seconds: 75 } : { seconds: 5, heavy: true }),
    run: () =>
      onProcessStage(
        {
          prints: true,
          life: (before) => (before >= from && before < from + DEATHS ? { failpoint: point } : {}),
        },
        async (stage) => {
          await everyStep(stage)
          // One of the deaths is the story's own kill.
          return figuresOf(name, stage.till.deaths() - 1, stage)
        },
      ),
  }
}

export const failpointScenarios = (points: readonly Failpoint[] = FAILPOINTS): readonly Scenario[] =>
  points.map(killedAt)
