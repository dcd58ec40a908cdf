import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { allScenarios, leftOut } from './all-scenarios.ts'
import { faultsTable, findingsOf } from './faults-table.ts'
import { isKept } from './figures.ts'
import { runScenarios } from './run-scenarios.ts'

const REPORT = path.resolve(import.meta.dirname, '../../faults-out/faults.json')

/**
 * Every fault played and counted. `--only TEXT` plays those whose name has it, `--seed N` repeats a run's chances. Answers with the exit code: 0 only
 * where every fault did happen and nothing was lost, doubled or wrong.
 */
export const runFaults = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: '' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    },
  })
  const seed = Number(values.seed)
  const scenarios = allScenarios(seed).filter(({ name }) => name.includes(values.only))
  console.log(`${scenarios.length} faults, seed ${seed}`)
  const startedAt = performance.now()
  let played = 0
  const rows = await runScenarios(scenarios, ({ fault }) => {
    played += 1
    console.error(`${String(played).padStart(3)}/${scenarios.length}  ${fault}`)
  })
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  console.log(`\n${faultsTable(rows)}\n`)
  for (const why of leftOut()) console.log(`LEFT OUT  ${why}`)
  for (const finding of rows.flatMap(findingsOf)) console.error(`BROKEN  ${finding}`)
  mkdirSync(path.dirname(REPORT), { recursive: true })
  writeFileSync(REPORT, `${JSON.stringify({ seed, seconds, leftOut: leftOut(), rows }, null, 2)}\n`)
  console.log(`${seconds} s, written to ${path.relative(process.cwd(), REPORT)}`)
  return rows.length > 0 && rows.every(isKept) ? 0 : 1
}
