import path from 'node:path'
import { type Simulator, startSimulator } from '#simulator/start-simulator.ts'
import type { SurvivingTill } from '#support/a-surviving-till.ts'
import { type Broken, checkPromise } from '../check-promise.ts'
import { seeded } from '../seeded.ts'
import { openChaoticTill, recovers, type Survivor, suffers } from './a-chaotic-till.ts'
import { sufferMisfortunes } from './misfortunes.ts'

const TILLS = 6

export type ChaosFigures = {
  readonly kills: number
  /** By their names, how often each misfortune happened. */
  readonly misfortunes: Readonly<Record<string, number>>
  readonly sales: number
  readonly documents: number
  readonly corrections: number
  readonly cancellations: number
  readonly questions: number
  readonly broken: Broken
  /** Null where something was still open when nobody waited any longer. */
  readonly recoverySeconds: number | null
  readonly pressed: number
}

const sum = (figures: readonly number[]): number => figures.reduce((total, one) => total + one, 0)

const booksOf = async (survivors: readonly Survivor[], simulator: Simulator): Promise<Broken> => {
  const tills = survivors.map(({ till }) => till)
  const acknowledged = tills.flatMap((till) => till.acknowledged)
  const asked = await Promise.all(tills.map((till) => till.asks((process) => process.everyDocument())))
  const findings = await Promise.all(tills.map((till) => till.asks((process) => process.verify())))
  const broken = checkPromise(acknowledged, asked.flat(), simulator.ledger())
  return { ...broken, wrong: [...broken.wrong, ...findings.flat(), ...tills.flatMap((till) => till.troubles())] }
}

const sufferTogether = async (
  tills: readonly SurvivingTill[],
  simulator: Simulator,
  seed: number,
  endsAt: number,
): Promise<ChaosFigures> => {
  const misfortunes = sufferMisfortunes(simulator, seeded(seed))
  const survivors = await Promise.all(tills.map((till, index) => suffers(till, seeded(seed + index + 1), endsAt)))
  await misfortunes.end()
  const recoversFrom = performance.now()
  const recoveries = await Promise.all(survivors.map(recovers))
  const seconds = (performance.now() - recoversFrom) / 1_000
  const did = survivors.map(({ person }) => person.did())
  return {
    kills: sum(tills.map((till) => till.deaths())),
    misfortunes: Object.fromEntries(Object.entries(simulator.injected()).filter(([, times]) => times > 0)),
    sales: sum(tills.map(({ acknowledged }) => acknowledged.length)),
    documents: simulator.ledger().length,
    corrections: sum(did.map(({ corrections }) => corrections)),
    cancellations: sum(did.map(({ cancellations }) => cancellations)),
    questions: sum(did.map(({ questions }) => questions)),
    broken: await booksOf(survivors, simulator),
    recoverySeconds: recoveries.every(({ isWhole }) => isWhole) ? seconds : null,
    pressed: sum(recoveries.map(({ pressed }) => pressed)),
  }
}

/** Everything that may go wrong, mixed at random until the end, while tills sell and are killed. */
export const sufferChaos = async (folder: string, seed: number, endsAt: number): Promise<ChaosFigures> => {
  const simulator = await startSimulator({ rateLimits: 'none' })
  const tills: SurvivingTill[] = []
  try {
    for (let till = 0; till < TILLS; till += 1)
      tills.push(await openChaoticTill(simulator, path.join(folder, `till-${till}`)))
    return await sufferTogether(tills, simulator, seed, endsAt)
  } finally {
    await Promise.all(tills.map((till) => till.abandon()))
    await simulator.close()
  }
}
