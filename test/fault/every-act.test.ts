import { expect, test } from 'vitest'
import type { Controls, ControlsPatch } from '#simulator/controls.ts'
import { aCart } from '#support/a-cart.ts'
import { aTill, type Till } from '#support/a-till.ts'
import { deedOf } from '#support/deed-of.ts'
import { doDeed } from '#support/do-deed.ts'
import { type Deed, EVERY_ACT } from '#support/every-act.ts'
import { everyDocument } from '#support/every-document.ts'
import { CANCELLING, meantBy, takenBack } from '#support/taken-back.ts'
import { type Acknowledged, checkPromise } from '../faults/check-promise.ts'

/** 226.00 in pieces that can come back one by one: a large buyer withholds from it. */
const cart = () => aCart().with('Resma carta Ejemplo', { price: '56.50', quantity: '4' })

const OFFLINE_MS = 5_000

type Fault = {
  readonly name: string
  readonly control: keyof Controls
  readonly begins: ControlsPatch
  readonly ends: ControlsPatch
  /** The kinds of act on whose way it lies. */
  readonly meets: readonly Deed['act'][]
}

const ISSUING: readonly Deed['act'][] = ['sell', 'credit', 'creditWhole', 'returnPart']

const FAULTS: readonly Fault[] = [
  {
    name: 'its answer is lost',
    control: 'loseNextAnswers',
    begins: { loseNextAnswers: 1 },
    ends: {},
    meets: ISSUING,
  },
  {
    name: 'its cancellation’s answer is lost',
    control: 'loseNextCancellations',
    begins: { loseNextCancellations: 1 },
    ends: {},
    meets: CANCELLING,
  },
  {
    name: 'the shop is offline and back again',
    control: 'shopOffline',
    begins: { shopOffline: true },
    ends: { shopOffline: false },
    meets: [...ISSUING, ...CANCELLING],
  },
]

const MEETINGS = EVERY_ACT.flatMap((row) =>
  FAULTS.filter(({ meets }) => meets.includes(row.act)).map((fault) => ({
    act: row.name,
    fault: fault.name,
    row,
    what: fault,
  })),
)

/** What is done at the till and acknowledged. */
const actsAt = (till: Till) => {
  const acknowledged: Acknowledged[] = []
  const does = (deed: Deed): string => {
    const attemptId = `press-${acknowledged.length}`
    const done = doDeed(till.engine, deed, attemptId)
    if (!done.ok) throw new Error(`refused: ${done.error.code}`)
    if (done.value) acknowledged.push({ attemptId, ...done.value })
    return done.value?.externalRef ?? ''
  }
  const issues = async (deed: Deed): Promise<string> => {
    const ref = does(deed)
    await till.sendsEverything()
    return ref
  }
  return { acknowledged, does, issues }
}

test.each(MEETINGS)('$act: $fault, and nothing is lost, doubled or wrong', async ({ row, what }) => {
  const till = await aTill()
  const { simulator } = till
  const { acknowledged, does, issues } = actsAt(till)
  const deed = await deedOf({ simulator, cart, issues }, row)
  const before = simulator.injected()[what.control]
  simulator.setControls(what.begins)
  does(deed)
  await till.worksFor(OFFLINE_MS)
  simulator.setControls(what.ends)
  await till.sendsEverything()
  expect({
    ...checkPromise(acknowledged, everyDocument(till.engine.documentList), simulator.ledger()),
    findings: till.engine.verify(),
    happened: simulator.injected()[what.control] > before,
    ...takenBack(simulator, deed),
  }).toEqual({ lost: [], duplicated: [], wrong: [], findings: [], happened: true, ...meantBy(row) })
})
