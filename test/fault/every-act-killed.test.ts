import { expect, test } from 'vitest'
import type { Failpoint } from '#domain/failpoint/failpoint.ts'
import { aCart } from '#support/a-cart.ts'
import { deedOf } from '#support/deed-of.ts'
import { type Deed, EVERY_ACT } from '#support/every-act.ts'
import { meantBy, takenBack } from '#support/taken-back.ts'
import { becomesQuiet, figuresOf, onProcessStage } from '../faults/processes/process-stage.ts'

/** 226.00 in pieces that can come back one by one: a large buyer withholds from it. */
const cart = () => aCart().with('Resma carta Ejemplo', { price: '56.50', quantity: '4' })

const STEPS: readonly Failpoint[] = ['call_before_sending', 'call_after_answer', 'settle_before_commit']

test.concurrent.each(STEPS)(
  'a till killed at %s of every act in turn loses, doubles and changes nothing',
  async (failpoint) => {
    const figures = await onProcessStage({}, async (stage) => {
      const { simulator, till } = stage
      const issues = async (deed: Deed): Promise<string> => {
        await till.does(deed)
        await becomesQuiet(till)
        return till.acknowledged.at(-1)?.externalRef ?? ''
      }
      const outcomes: unknown[] = []
      for (const row of EVERY_ACT) {
        const deed = await deedOf({ simulator, cart, issues }, row)
        const deaths = till.deaths()
        await till.asks((process) => process.dieAt(failpoint))
        await till.does(deed)
        await becomesQuiet(till)
        outcomes.push([row.name, till.deaths() - deaths, takenBack(simulator, deed)])
      }
      expect(outcomes).toEqual(EVERY_ACT.map((row) => [row.name, 1, meantBy(row)]))
      return figuresOf('killed', till.deaths(), stage)
    })
    expect(figures).toMatchObject({
      injected: EVERY_ACT.length,
      broken: { lost: [], duplicated: [], wrong: [] },
    })
  },
  120_000,
)
