import { expect, test } from 'vitest'
import { coffee } from '#support/a-cart.ts'
import { asType, soldInTurn } from '#support/every-act.ts'
import { FAILPOINTS } from '#support/failpoint-names.ts'
import { becomesIssued, figuresOf, onProcessStage, type ProcessStage } from '../faults/processes/process-stage.ts'
import { until } from '../faults/time.ts'

const SEEN_WITHIN_MS = 30_000
const ROUNDS = FAILPOINTS.length + 4

/** What is sold is taken back: a CCF in part by a note, every other invoice in part, and else whole. */
const takenBack = (round: number) => {
  const docType = soldInTurn(round)
  if (docType === '03') return 'credit'
  return docType === '01' && round % 8 === 0 ? 'returnPart' : 'cancel'
}

/** A sale of each type in turn from "Cobrar" to its paper, rejected and corrected on the way, and taken back in the end. */
const oneSale = async ({ simulator, till }: ProcessStage, round: number): Promise<void> => {
  const isState = (externalRef: string, state: string) =>
    until(
      state,
      SEEN_WITHIN_MS,
      async () => (await till.asks((process) => process.document(externalRef))).state === state,
    )
  simulator.setControls({ rejectNext: { count: 1 } })
  const { externalRef } = await till.sells(asType(soldInTurn(round), coffee()))
  await isState(externalRef, 'rejected')
  await till.corrects(externalRef, `corregido${round}@ejemplo.test`)
  await isState(externalRef, 'stamped')
  await till.asks((process) => process.print(externalRef))
  await until('a paper', SEEN_WITHIN_MS, till.isPrinted)
  await till.does({ act: takenBack(round), externalRef })
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
