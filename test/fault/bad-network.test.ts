import { expect, test } from 'vitest'
import { addressFaults } from '../faults/network/address-faults.ts'
import { ANSWER_FAULTS } from '../faults/network/answer-faults.ts'
import { clockFaults } from '../faults/network/clock-faults.ts'
import { JUDGEMENT_FAULTS } from '../faults/network/judgement-faults.ts'
import { networkScenario } from '../faults/network/network-fault.ts'

/** What waits for longer, mostly for a minute to go by, is left to `npm run faults`. */
const MOST_SECONDS = 15

const short = [...addressFaults(), ...ANSWER_FAULTS, ...JUDGEMENT_FAULTS, ...clockFaults()]
  .map(networkScenario)
  .filter(({ seconds }) => seconds <= MOST_SECONDS)

test.concurrent.each(short)('$name: nothing is lost, doubled or wrong', async (scenario) => {
  const { injected, sales, documents, broken } = await scenario.run()
  expect(broken).toEqual({ lost: [], duplicated: [], wrong: [] })
  expect(injected).toBeGreaterThan(0)
  expect(documents).toBe(sales)
})
