import path from 'node:path'
import { parseArgs } from 'node:util'
import { type Simulator, startSimulator } from '#simulator/start-simulator.ts'
import { openSurvivingTill, type SurvivingTill } from '#support/a-surviving-till.ts'
import { KEY, RESOURCES } from './a-live-till.ts'
import { checkPromise } from './check-promise.ts'
import { countBroken } from './figures.ts'
import { killSoon, sellMeanwhile } from './processes/random-kills.ts'
import { seeded } from './seeded.ts'
import { watchOver } from './soak/a-person.ts'
import { sufferMisfortunes } from './soak/misfortunes.ts'
import { inTemporaryFolder } from './temporary-folder.ts'
import { until } from './time.ts'

const TILLS = 3
const RECOVERS_WITHIN_MS = 300_000
const TRIES_AGAIN_EVERY_MS = 5_000

const killUntil = async (till: SurvivingTill, random: () => number, endsAt: number): Promise<void> => {
  while (performance.now() < endsAt) {
    await killSoon(till, random)
    await till.asks((process) => process.waiting())
  }
}

const openTill = (simulator: Simulator, dataFolder: string): Promise<SurvivingTill> =>
  openSurvivingTill({
    facts: { dataFolder, resourcesFolder: RESOURCES, apiUrl: simulator.baseUrl, apiKey: KEY, printer: 'none' },
  })

/** A till that sells and is killed until the end, and the person beside it. */
const soakTill = async (till: SurvivingTill, random: () => number, endsAt: number) => {
  const seller = sellMeanwhile(till, random)
  const person = watchOver(till, random)
  await killUntil(till, random, endsAt)
  await seller.stop()
  return {
    till,
    person,
    /** Everything behaves again: all of it has to come to its end. */
    recover: async (): Promise<void> => {
      const trying = setInterval(() => void person.tryAll().catch(() => undefined), TRIES_AGAIN_EVERY_MS)
      try {
        await until('everything issued', RECOVERS_WITHIN_MS, () => person.open() === 0)
      } finally {
        clearInterval(trying)
      }
      await person.leave()
    },
  }
}

type Soaked = Awaited<ReturnType<typeof soakTill>>

const booksOf = async (soaked: readonly Soaked[], simulator: Simulator) => {
  const acknowledged = soaked.flatMap(({ till }) => till.acknowledged)
  const asked = await Promise.all(soaked.map(({ till }) => till.asks((process) => process.everyDocument())))
  const findings = await Promise.all(soaked.map(({ till }) => till.asks((process) => process.verify())))
  const broken = checkPromise(acknowledged, asked.flat(), simulator.ledger())
  return { acknowledged, broken: { ...broken, wrong: [...broken.wrong, ...findings.flat()] } }
}

const sum = (soaked: readonly Soaked[], figure: (one: Soaked) => number): number =>
  soaked.reduce((total, one) => total + figure(one), 0)

/**
 * Everything that may go wrong, mixed at random for so many minutes, while tills sell and are killed. `--seed` repeats a run's chances, as far as the
 * machine's own timing lets it. Answers with the exit code: 0 only where nothing was lost, doubled or wrong.
 */
export const runSoak = (args: readonly string[]): Promise<number> =>
  inTemporaryFolder(async (folder) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        minutes: { type: 'string', default: '10' },
        seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      },
    })
    const seed = Number(values.seed)
    const endsAt = performance.now() + Number(values.minutes) * 60_000
    console.log(`${values.minutes} minutes, seed ${seed}`)
    const simulator = await startSimulator({ rateLimits: 'none' })
    const tills: SurvivingTill[] = []
    try {
      for (let till = 0; till < TILLS; till += 1)
        tills.push(await openTill(simulator, path.join(folder, `till-${till}`)))
      const misfortunes = sufferMisfortunes(simulator, seeded(seed))
      const soaked = await Promise.all(tills.map((till, index) => soakTill(till, seeded(seed + index + 1), endsAt)))
      await misfortunes.end()
      const recoversFrom = performance.now()
      await Promise.all(soaked.map(({ recover }) => recover()))
      const recoverySeconds = (performance.now() - recoversFrom) / 1000
      const { acknowledged, broken } = await booksOf(soaked, simulator)
      const happened = Object.entries(simulator.injected()).filter(([, times]) => times > 0)
      console.log(
        [
          `${sum(soaked, ({ till }) => till.deaths())} kills`,
          ...happened.map(([name, times]) => `${times} ${name}`),
          `${acknowledged.length} sales, ${simulator.ledger().length} documents`,
          `${sum(soaked, ({ person }) => person.corrections())} corrections, ${sum(soaked, ({ person }) => person.cancellations())} cancellations`,
          `lost ${broken.lost.length}, duplicated ${broken.duplicated.length}, wrong ${broken.wrong.length}`,
          `everything issued ${recoverySeconds.toFixed(1)} s after the last misfortune`,
        ].join('\n'),
      )
      for (const [kind, refs] of Object.entries(broken))
        for (const ref of refs) console.error(`BROKEN  ${kind}: ${ref}`)
      return countBroken(broken) === 0 && acknowledged.length > 0 ? 0 : 1
    } finally {
      await Promise.all(tills.map((till) => till.abandon()))
      await simulator.close()
    }
  })
