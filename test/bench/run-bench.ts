import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { bringChromium } from '../../build/testing/bring-chromium.ts'
import { benchBudget } from './bench-budget.ts'
import { benchCompleteSale } from './bench-complete-sale.ts'
import { benchDocuments } from './bench-documents.ts'
import { benchDrain } from './bench-drain.ts'
import { benchMemory } from './bench-memory.ts'
import { benchOutbox } from './bench-outbox.ts'
import { benchScreen } from './bench-screen.ts'
import { benchTicket } from './bench-ticket.ts'
import type { Measure } from './statistics.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const OUT = path.join(ROOT, 'bench-out')
const REPORT = path.join(OUT, 'bench.json')

const figure = (value: number | undefined): string => (value === undefined ? '' : value.toFixed(value < 10 ? 2 : 0))

const row = ({ name, value, unit, baseline, ratio, target, met }: Measure): string =>
  [
    name.padEnd(58),
    `${figure(value)} ${unit}`.padStart(18),
    figure(baseline).padStart(10),
    figure(ratio).padStart(7),
    target === undefined ? '' : `${target} ${met ? 'met' : 'MISSED'}`,
  ].join('  ')

/** Everything that is measured, in one run on one machine; answers with the exit code: 1 where a target is missed. */
export const runBench = async (): Promise<number> => {
  rmSync(OUT, { recursive: true, force: true })
  mkdirSync(OUT, { recursive: true })
  const vite = path.join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  if (
    spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
    }).status !== 0
  )
    return 1
  const chromium = bringChromium()
  const leftOut = chromium === null ? ['the screen: there is no Chromium'] : []
  const measures: Measure[] = []
  console.log(
    `${'measure'.padEnd(58)}  ${'value'.padStart(18)}  ${'baseline'.padStart(10)}  ${'ratio'.padStart(7)}  target`,
  )
  for (const bench of [
    benchCompleteSale,
    benchDrain,
    benchBudget,
    benchOutbox,
    benchMemory,
    benchDocuments,
    benchTicket,
    ...(chromium === null ? [] : [(folder: string) => benchScreen(folder, chromium)]),
  ]) {
    const measured = await bench(OUT)
    measures.push(...measured)
    for (const measure of measured) console.log(row(measure))
  }
  for (const what of leftOut) console.log(`LEFT OUT  ${what}`)
  const machine = {
    node: process.version,
    cpus: os.cpus().length,
    cpu: os.cpus()[0]?.model,
    at: new Date().toISOString(),
  }
  writeFileSync(REPORT, `${JSON.stringify({ machine, leftOut, measures }, null, 2)}\n`)
  console.log(`\nWritten to ${path.relative(process.cwd(), REPORT)}`)
  return measures.some(({ met }) => met === false) ? 1 : 0
}
