import { damagedPage } from './disk/damaged-page.ts'
import { DISK_SCENARIOS } from './disk/disk-scenarios.ts'
import type { Scenario } from './figures.ts'
import { addressFaults } from './network/address-faults.ts'
import { ANSWER_FAULTS } from './network/answer-faults.ts'
import { clockFaults } from './network/clock-faults.ts'
import { eightTills } from './network/eight-tills.ts'
import { JUDGEMENT_FAULTS } from './network/judgement-faults.ts'
import { networkScenario } from './network/network-fault.ts'
import { failpointScenarios } from './processes/failpoint-scenarios.ts'
import { powerCuts } from './processes/power-cuts.ts'
import { copiesGoOn, oldCopiesSend } from './processes/power-loss-copies.ts'
import { randomKills } from './processes/random-kills.ts'
import { twoSenders } from './processes/two-senders.ts'
import { whyNoSmallDisk } from './small-disk.ts'

const KILLS = 200
const CUTS = 25
const COPIES = 15
const HANDOVERS = 10
const PAGES = 20

/** Every fault of the table, in its order. */
export const allScenarios = (seed: number): readonly Scenario[] => [
  ...[...addressFaults(), ...ANSWER_FAULTS, ...JUDGEMENT_FAULTS, ...clockFaults()].map(networkScenario),
  eightTills,
  twoSenders(HANDOVERS, seed),
  ...failpointScenarios(),
  randomKills(KILLS, seed),
  powerCuts(CUTS, seed),
  copiesGoOn(COPIES, seed),
  oldCopiesSend(COPIES, seed),
  damagedPage(PAGES, seed),
  ...(whyNoSmallDisk() === null ? DISK_SCENARIOS : []),
]

/** What cannot be tried here, and why. */
export const leftOut = (): readonly string[] => {
  const why = whyNoSmallDisk()
  return why === null ? [] : DISK_SCENARIOS.map(({ name }) => `${name}: ${why}`)
}
