import type { Figures, Scenario } from './figures.ts'

/** So many at a time: most of them wait for time to go by. */
const LANES = 8

const failed = (name: string, cause: unknown): Figures => ({
  fault: name,
  injected: 0,
  sales: 0,
  documents: 0,
  broken: { lost: [], duplicated: [], wrong: [] },
  recoveryMs: null,
  note: cause instanceof Error ? cause.message : String(cause),
})

/** Plays one; what it throws becomes a row that says so. */
export const playedBy = async (scenario: Scenario): Promise<Figures> => {
  try {
    const row = await scenario.run()
    if (row.fault !== scenario.name) throw new Error(`its row is called ${row.fault}`)
    return row
  } catch (cause) {
    return failed(scenario.name, cause)
  }
}

const inLanes = async (scenarios: readonly Scenario[], lanes: number, tell: (row: Figures) => void): Promise<void> => {
  const waiting = [...scenarios].sort((left, right) => right.seconds - left.seconds)
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) tell(await playedBy(next))
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

/** Plays all of them, the heavy ones one by one, and answers in the order of the table. */
export const runScenarios = async (
  scenarios: readonly Scenario[],
  tell: (row: Figures) => void,
): Promise<readonly Figures[]> => {
  const rows = new Map<string, Figures>()
  const keep = (row: Figures): void => {
    rows.set(row.fault, row)
    tell(row)
  }
  const light = scenarios.filter(({ heavy }) => !heavy)
  const heavy = scenarios.filter((scenario) => scenario.heavy)
  await Promise.all([inLanes(light, LANES, keep), inLanes(heavy, 1, keep)])
  return scenarios.map(({ name }) => {
    const row = rows.get(name)
    if (!row) throw new Error(`no row of ${name}`)
    return row
  })
}
