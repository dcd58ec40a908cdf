import { expect, test } from 'vitest'
import type { Scenario } from '../faults/figures.ts'
import { powerCuts } from '../faults/processes/power-cuts.ts'
import { copiesGoOn, oldCopiesSend } from '../faults/processes/power-loss-copies.ts'
import { randomKills } from '../faults/processes/random-kills.ts'
import { twoSenders } from '../faults/processes/two-senders.ts'

const SEED = 20_261_122

const keeps = async (scenario: Scenario): Promise<void> => {
  const { injected, broken, recoveryMs } = await scenario.run()
  expect(broken).toEqual({ lost: [], duplicated: [], wrong: [] })
  expect(injected).toBeGreaterThan(0)
  expect(recoveryMs).not.toBeNull()
}

test.each([twoSenders(4, SEED), randomKills(6, SEED), powerCuts(4, SEED), copiesGoOn(3, SEED), oldCopiesSend(3, SEED)])(
  '$name: nothing is lost, doubled or wrong',
  keeps,
)
