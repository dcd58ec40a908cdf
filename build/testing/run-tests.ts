import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { bringChromium } from './bring-chromium.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const REPORTS = path.join(ROOT, 'test-results')

type Count = { readonly passed: number; readonly failed: number; readonly skipped: number }

const bin = (name: string, file: string): readonly string[] => [path.join(ROOT, 'node_modules', name, file)]

const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean =>
  spawnSync(process.execPath, [...args], { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } }).status === 0

/** A check that passes or fails as a whole counts as one. */
const check = (name: string, args: readonly string[]): Count => {
  console.log(`\n── ${name}`)
  const passed = run(args)
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 }
}

/** A suite that left no report, or an empty one, failed. */
const readReport = (file: string, read: (report: Report) => Count, succeeded: boolean): Count => {
  try {
    const count = read(JSON.parse(readFileSync(file, 'utf8')))
    const failed = Math.max(count.failed, succeeded && count.passed > 0 ? 0 : 1)
    return { ...count, failed }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

type Report = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly stats: {
    readonly expected: number
    readonly flaky: number
    readonly unexpected: number
    readonly skipped: number
  }
}

const vitest = (): Count => {
  console.log('\n── unit, property, conformance, integration, fault and architecture tests')
  const file = path.join(REPORTS, 'vitest.json')
  const args = [...bin('vitest', 'vitest.mjs'), 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
  const succeeded = run(args, { NO_COLOR: '1' })
  return readReport(
    file,
    ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) => ({
      passed: numPassedTests,
      failed: numFailedTests,
      skipped: numPendingTests + numTodoTests,
    }),
    succeeded,
  )
}

/** A test that passed only at its second try counts as failed: there is no second try. */
const playwright = (chromium: string | null): Count => {
  console.log('\n── end-to-end tests in Chromium')
  if (chromium === null) {
    console.error('There is no Chromium and none could be brought: install one, or set the network up.')
    return { passed: 0, failed: 1, skipped: 0 }
  }
  const file = path.join(REPORTS, 'playwright.json')
  const succeeded = run([...bin('@playwright/test', 'cli.js'), 'test'], {
    TOROGOZ_CHROMIUM: chromium,
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  })
  return readReport(
    file,
    ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }),
    succeeded,
  )
}

/** Every check of the project, one after the other, whatever fails; the last line says how it went over all of them. */
export const runTests = (): number => {
  rmSync(REPORTS, { recursive: true, force: true })
  mkdirSync(REPORTS, { recursive: true })
  const chromium = bringChromium()
  const counts = [
    check('types', [...bin('typescript', 'bin/tsc'), '-b']),
    check('format and lint', [...bin('@biomejs/biome', 'bin/biome'), 'check', '--error-on-warnings', '.']),
    check('layers', ['build/layers/check-layers.ts']),
    check('build', [...bin('electron-vite', 'bin/electron-vite.js'), 'build', '--logLevel', 'warn']),
    vitest(),
    playwright(chromium),
  ]
  const sum = (read: (count: Count) => number) => counts.reduce((total, count) => total + read(count), 0)
  const skipped = sum((count) => count.skipped)
  if (skipped > 0) console.log(`\n${skipped} skipped; each says why.`)
  console.log(`\n${sum((count) => count.passed)} passed, ${sum((count) => count.failed)} failed`)
  return sum((count) => count.failed) === 0 ? 0 : 1
}
