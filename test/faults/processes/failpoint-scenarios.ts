import type { Attempt } from '#application/ports/stores.ts'
import type { Failpoint } from '#domain/failpoint/failpoint.ts'
import { aCart, coffee } from '#support/a-cart.ts'
import { asType, soldInTurn } from '#support/every-act.ts'
import { FAILPOINTS, whereOf } from '#support/failpoint-names.ts'
import type { Scenario } from '../figures.ts'
import { until } from '../time.ts'
import { becomesQuiet, figuresOf, onProcessStage, type ProcessStage } from './process-stage.ts'

const SEEN_WITHIN_MS = 60_000
/** It dies there in so many lives running. */
const DEATHS = 2

const isState = async ({ till }: ProcessStage, externalRef: string, state: string): Promise<boolean> =>
  (await till.asks((process) => process.document(externalRef))).state === state

/**
 * From "Cobrar" to the printed ticket, with a rejection corrected, a cancellation, a kill with calls under way (a sale, a credit note, a partial
 * return), and a second paper; the types in turn. Answers with the ref that was corrected and cancelled.
 */
const everyStep = async (stage: ProcessStage, turn: number): Promise<string> => {
  const { simulator, till } = stage
  const first = await till.sells(asType('03', coffee()))
  const weighed = await till.sells(aCart().with('Queso fresco', { price: '3.75', quantity: '0.455', unit: 'kg' }))
  await becomesQuiet(till)
  await till.asks((process) => process.print(first.externalRef))

  simulator.setControls({ rejectNext: { count: 1 } })
  const rejected = await till.sells(asType(soldInTurn(turn), coffee()))
  await until('a rejection', SEEN_WITHIN_MS, () => isState(stage, rejected.externalRef, 'rejected'))
  await till.corrects(rejected.externalRef, 'corregido@ejemplo.test')
  await becomesQuiet(till)

  await till.does({ act: 'cancel', externalRef: rejected.externalRef })
  await until('a cancellation', SEEN_WITHIN_MS, () => isState(stage, rejected.externalRef, 'cancelled'))

  simulator.setControls({ latencyMs: 300 })
  const asked = simulator.requests().length
  await till.sells(asType(soldInTurn(turn + 1), coffee()))
  await till.does({ act: 'credit', externalRef: first.externalRef })
  await till.does({ act: 'returnPart', externalRef: weighed.externalRef })
  await until('a call under way', SEEN_WITHIN_MS, () => simulator.requests().length > asked)
  await till.kill()
  simulator.setControls({ latencyMs: 0 })
  await becomesQuiet(till)
  return rejected.externalRef
}

/** Recovery has something to recover only in a second life. */
const firstLifeOf = (point: Failpoint): number => (point.startsWith('recover') ? 1 : 0)

const scenario = (
  where: string,
  life: NonNullable<Parameters<typeof onProcessStage>[0]['life']>,
  proof: (stage: ProcessStage, corrected: string) => Promise<number>,
): Scenario => {
  const name = `SIGKILL: ${where}`
  return {
    name,
    seconds: 5,
    heavy: true,
    run: () =>
      onProcessStage({ prints: true, life }, async (stage) => {
        const corrected = await everyStep(stage, name.length)
        const deaths = await proof(stage, corrected)
        if (deaths !== DEATHS) throw new Error(`it died there ${deaths} times instead of ${DEATHS}`)
        return figuresOf(name, deaths, stage)
      }),
  }
}

const killedAt = (point: Failpoint): Scenario => {
  const from = firstLifeOf(point)
  return scenario(
    whereOf(point),
    (before) => (before >= from && before < from + DEATHS ? { failpoint: point } : {}),
    // One of the deaths is the story's own kill.
    async ({ till }) => till.deaths() - 1,
  )
}

type LateDeath = {
  readonly where: string
  readonly point: Failpoint
  /** Which call of the story's first life is cut short, and then which of the next life, that begins with what the first left behind. */
  readonly at: readonly [number, number]
  /** What these calls are, both of the corrected document. */
  readonly calls: readonly [Attempt['call'], Attempt['call']]
}

/** The same points, reached for the story's correction or its cancellation and for no other document. */
const LATE_DEATHS: readonly LateDeath[] = [
  // What may have been posted is asked about first, and then posted.
  { where: 'a correction about to be posted', point: 'call_before_sending', at: [4, 2], calls: ['post', 'post'] },
  { where: 'the answer to a correction come in', point: 'call_after_answer', at: [4, 1], calls: ['post', 'status'] },
  {
    where: 'the answer to a correction about to be saved',
    point: 'settle_before_commit',
    at: [4, 1],
    calls: ['post', 'status'],
  },
  {
    where: 'a cancellation about to be asked for',
    point: 'call_before_sending',
    at: [5, 1],
    calls: ['cancel', 'cancel'],
  },
  {
    where: 'the answer to a cancellation come in',
    point: 'call_after_answer',
    at: [5, 1],
    calls: ['cancel', 'cancel'],
  },
  {
    where: 'the answer to a cancellation about to be saved',
    point: 'settle_before_commit',
    at: [5, 1],
    calls: ['cancel', 'cancel'],
  },
]

const CORRECTED = 2

const killedLate = ({ where, point, at, calls }: LateDeath): Scenario =>
  scenario(
    where,
    (before) => {
      const nth = at[before]
      return nth === undefined ? {} : { failpoint: `${point}:${nth}` }
    },
    async ({ till }, corrected) => {
      const attempts = await till.asks((process) => process.attempts(corrected))
      const cutShort = attempts.filter(({ outcome, revision }) => outcome === 'interrupted' && revision === CORRECTED)
      const found = cutShort.map(({ call }) => call)
      if (found.join() !== calls.join()) throw new Error(`cut short was ${found.join()} instead of ${calls.join()}`)
      return found.length
    },
  )

export const failpointScenarios = (points: readonly Failpoint[] = FAILPOINTS): readonly Scenario[] => [
  ...points.map(killedAt),
  ...LATE_DEATHS.map(killedLate),
]
