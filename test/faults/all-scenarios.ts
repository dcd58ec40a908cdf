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

/** How often the faults that can be had as often as one likes are had in one run. */
type Times = {
  readonly kills: number
  readonly cuts: number
  readonly copies: number
  readonly handOvers: number
  readonly pages: number
}

const ONCE: Times = { kills: 200, cuts: 25, copies: 15, handOvers: 10, pages: 20 }

/** Where they are played again and again. */
export const EACH_ROUND: Times = { kills: 20, cuts: 4, copies: 4, handOvers: 3, pages: 4 }

/** Every fault of the table, in its order. */
export const allScenarios = (seed: number, times: Times = ONCE): readonly Scenario[] => [
  ...[...addressFaults(), ...ANSWER_FAULTS, ...JUDGEMENT_FAULTS, ...clockFaults()].map(networkScenario),
  eightTills,
  twoSenders(times.handOvers, seed),
  ...failpointScenarios(),
  randomKills(times.kills, seed),
  powerCuts(times.cuts, seed),
  copiesGoOn(times.copies, seed),
  oldCopiesSend(times.copies, seed),
  damagedPage(times.pages, seed),
  ...(whyNoSmallDisk() === null ? DISK_SCENARIOS : []),
]

/** What cannot be tried here, and why. */
export const leftOut = (): readonly string[] => {
  const why = whyNoSmallDisk()
  return why === null ? [] : DISK_SCENARIOS.map(({ name }) => `${name}: ${why}`)
}
