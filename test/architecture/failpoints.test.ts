import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { build, type Rollup } from 'vite'
import { expect, test } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../..')

const bundled = async (conditions: string[]): Promise<string> => {
  const built = (await build({
    configFile: false,
    root: ROOT,
    logLevel: 'silent',
    ssr: { resolve: { conditions: [...conditions, 'node', 'import', 'default'] }, noExternal: /^#/ },
    build: { ssr: path.join(ROOT, 'src/application/selling/complete-sale.ts'), write: false },
  })) as Rollup.RollupOutput
  return built.output.map((chunk) => ('code' in chunk ? chunk.code : '')).join('\n')
}

test('failpoints are compiled away; under the condition of the tests they are there', async () => {
  expect(await bundled([])).not.toContain('sale_before_commit')
  expect(await bundled(['torogoz-faults'])).toContain('sale_before_commit')
})

test('a till started as shops start it has no failpoints, whatever the environment says', () => {
  const script = `const { reach } = await import('#failpoint'); reach('sale_before_commit'); console.log('alive')`
  const started = (...conditions: string[]) =>
    spawnSync(process.execPath, [...conditions, '--input-type=module', '-e', script], {
      cwd: ROOT,
      env: { ...process.env, TOROGOZ_FAILPOINT: 'sale_before_commit' },
    })
  expect(started().stdout.toString()).toBe('alive\n')
  expect(started('--conditions=torogoz-faults').signal).toBe('SIGKILL')
})
