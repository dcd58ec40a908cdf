import { allScenarios, EACH_ROUND, leftOut } from './all-scenarios.ts'
import { faultsTable, findingsOf } from './faults-table.ts'
import { countBroken, isKept } from './figures.ts'
import { addedTogether, againAndAgain } from './soak/again-and-again.ts'
import { type ChaosFigures, sufferChaos } from './soak/chaos.ts'
import { soakOptions } from './soak/soak-options.ts'
import { inTemporaryFolder } from './temporary-folder.ts'

const KILLS_A_MINUTE = 100
const MOST_KILLS_ASKED_FOR = 1_000

/** Kills below which a run of so many minutes has not shown what it is to show: 1,000 in ten minutes or more. */
export const killsAskedFor = (minutes: number): number =>
  Math.min(Math.floor(minutes * KILLS_A_MINUTE), MOST_KILLS_ASKED_FOR)

const linesOf = (chaos: ChaosFigures, askedFor: number): readonly string[] => [
  `${chaos.kills} kills at random moments, ${askedFor} asked for`,
  ...Object.entries(chaos.misfortunes).map(([name, times]) => `${times} ${name}`),
  `${chaos.sales} sales, ${chaos.documents} documents`,
  `${chaos.corrections} corrections, ${chaos.cancellations} cancellations, ${chaos.questions} alarms asked about`,
  `lost ${chaos.broken.lost.length}, duplicated ${chaos.broken.duplicated.length}, wrong ${chaos.broken.wrong.length}`,
  chaos.recoverySeconds === null
    ? 'not everything was issued after the last misfortune'
    : `everything issued ${chaos.recoverySeconds.toFixed(1)} s after the last misfortune`,
  `${chaos.pressed} documents did not come by themselves and were pressed for`,
]

const findingsIn = (chaos: ChaosFigures, askedFor: number): readonly string[] => [
  ...(chaos.kills < askedFor ? [`only ${chaos.kills} kills`] : []),
  ...(chaos.sales === 0 ? ['nothing was sold'] : []),
  ...(chaos.recoverySeconds === null ? ['did not recover'] : []),
  ...Object.entries(chaos.broken).flatMap(([kind, refs]) => refs.map((text) => `${kind}: ${text}`)),
]

/**
 * Tills that sell and are killed at random for so many minutes while everything goes wrong around them, and beside them every fault of the table,
 * again and again. `--seed` repeats a run's chances, as far as the machine's own timing lets it. Answers with the exit code: 0 only where nothing
 * was lost, doubled or wrong, everything was issued in the end, and there were kills enough; 2 where it was asked wrongly.
 */
export const runSoak = (args: readonly string[]): Promise<number> =>
  inTemporaryFolder(async (folder) => {
    const options = soakOptions(args)
    if (typeof options === 'string') {
      console.error(options)
      return 2
    }
    const { minutes, seed } = options
    const askedFor = killsAskedFor(minutes)
    const endsAt = performance.now() + minutes * 60_000
    console.log(`${minutes} minutes, seed ${seed}`)
    const [chaos, rows] = await Promise.all([
      sufferChaos(folder, seed, endsAt),
      againAndAgain((roundSeed) => allScenarios(roundSeed, EACH_ROUND), seed, endsAt),
    ])
    if (rows.length > 0) console.log(`\n${faultsTable(addedTogether(rows))}\n`)
    for (const why of leftOut()) console.log(`LEFT OUT  ${why}`)
    const played = new Set(rows.map(({ fault }) => fault))
    for (const { name } of allScenarios(seed).filter((scenario) => !played.has(scenario.name)))
      console.log(`NO TIME FOR  ${name}`)
    console.log(linesOf(chaos, askedFor).join('\n'))
    const findings = [...findingsIn(chaos, askedFor), ...rows.flatMap(findingsOf)]
    for (const finding of findings) console.error(`BROKEN  ${finding}`)
    return findings.length === 0 && countBroken(chaos.broken) === 0 && rows.every(isKept) ? 0 : 1
  })
