import { expect, test } from 'vitest'
import { coffee } from '#support/a-cart.ts'
import { FAILPOINTS } from '#support/failpoint-names.ts'
import { becomesIssued, figuresOf, onProcessStage, type ProcessStage } from '../faults/processes/process-stage.ts'
import { until } from '../faults/time.ts'

const named = (email: string) => ({ name: 'Cliente de Prueba', document: null, email, phone: null })
const SEEN_WITHIN_MS = 30_000
const ROUNDS = FAILPOINTS.length + 4

/** A sale from "Cobrar" to its paper, rejected and corrected on the way, and cancelled in the end. */
const oneSale = async ({ simulator, till }: ProcessStage, round: number): Promise<void> => {
  const isState = (externalRef: string, state: string) =>
    until(
      state,
      SEEN_WITHIN_MS,
      async () => (await till.asks((process) => process.document(externalRef))).state === state,
    )
  simulator.setControls({ rejectNext: { count: 1 } })
  const { externalRef } = await till.sells(coffee().for(named(`cliente${round}@ejemplo.test`)))
  await isState(externalRef, 'rejected')
  await till.corrects(externalRef, named(`corregido${round}@ejemplo.test`))
  await isState(externalRef, 'stamped')
  await till.asks((process) => process.print(externalRef))
  await until('a paper', SEEN_WITHIN_MS, till.isPrinted)
  await till.cancels(externalRef, 'El cliente devolvió todo')
  await becomesIssued(till)
}

test('a till killed at one step after another, from “Cobrar” to the printed ticket, loses, doubles and changes nothing', async () => {
  const life = (before: number) => {
    const failpoint = FAILPOINTS[before]
    return failpoint === undefined ? {} : { failpoint }
  }
  const figures = await onProcessStage({ prints: true, life }, async (stage) => {
    const { till } = stage
    for (let round = 0; round < ROUNDS && till.deaths() < FAILPOINTS.length; round += 1) await oneSale(stage, round)
    expect(FAILPOINTS[till.deaths()] ?? 'every step').toBe('every step')
    return figuresOf('killed', till.deaths(), stage)
  })
  expect(figures).toMatchObject({ injected: FAILPOINTS.length, broken: { lost: [], duplicated: [], wrong: [] } })
  expect(figures.documents).toBe(figures.sales)
}, 120_000)
