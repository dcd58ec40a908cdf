import type { Figures, Scenario } from '../figures.ts'
import { together } from '../processes/random-kills.ts'
import { playedBy } from '../run-scenarios.ts'
import { seeded } from '../seeded.ts'

const LANES = 2
const SEEDS_APART = 1_000
/** Scenarios take longer beside everything else that goes on. */
const SLOWER = 1.5

/** In any order, so that runs too short for all of them do not always leave out the same. */
const shuffled = (scenarios: readonly Scenario[], seed: number): readonly Scenario[] => {
  const random = seeded(seed)
  return scenarios
    .map((scenario) => ({ scenario, place: random() }))
    .sort((left, right) => left.place - right.place)
    .map(({ scenario }) => scenario)
}

/** Round after round, each with a seed of its own, until none of them can be played to its end in the time that is left. */
function* rounds(
  ofSeed: (seed: number) => readonly Scenario[],
  seed: number,
  secondsLeft: () => number,
): Generator<Scenario, void> {
  let begun: number
  let round = 0
  do {
    begun = 0
    const roundSeed = seed + round * SEEDS_APART
    for (const scenario of shuffled(ofSeed(roundSeed), roundSeed))
      if (scenario.seconds * SLOWER <= secondsLeft()) {
        begun += 1
        yield scenario
      }
    round += 1
  } while (begun > 0)
}

/** Plays the scenarios again and again until the time is up, the heavy ones one by one. Answers with a row for each time. */
export const againAndAgain = async (
  ofSeed: (seed: number) => readonly Scenario[],
  seed: number,
  endsAt: number,
): Promise<readonly Figures[]> => {
  const rows: Figures[] = []
  const secondsLeft = (): number => (endsAt - performance.now()) / 1_000
  const light = rounds((one) => ofSeed(one).filter(({ heavy }) => !heavy), seed, secondsLeft)
  const heavy = rounds((one) => ofSeed(one).filter((scenario) => scenario.heavy), seed, secondsLeft)
  const lane = async (scenarios: Generator<Scenario, void>): Promise<void> => {
    for (const scenario of scenarios) rows.push(await playedBy(scenario))
  }
  await Promise.all([lane(heavy), ...Array.from({ length: LANES }, () => lane(light))])
  return rows
}

/** Rows of one fault added together, with how often it was played. */
export const addedTogether = (rows: readonly Figures[]): readonly Figures[] =>
  [...Map.groupBy(rows, ({ fault }) => fault).values()].map((same) => ({
    ...together(same),
    note: `${same.length} ×`,
  }))
