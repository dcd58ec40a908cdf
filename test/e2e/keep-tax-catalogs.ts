import { spawnSync } from 'node:child_process'
import path from 'node:path'
import type { Counter } from './at-the-counter.ts'
import { STORY_OFFSET_MS } from './story-time.ts'
import type { Till } from './till-process.ts'

const SCRIPT = path.join(import.meta.dirname, 'seed-tax-catalogs.ts')

/** Closes the till, gives it the tax catalogues as it would have asked for them by and by, and opens it again. */
export const keepTaxCatalogs = async (till: Till, counter: Counter): Promise<void> => {
  await till.close()
  const { status, stderr } = spawnSync(process.execPath, [SCRIPT, till.dataFolder], {
    encoding: 'utf8',
    env: { ...process.env, STORY_OFFSET_MS: String(STORY_OFFSET_MS) },
  })
  if (status !== 0) throw new Error(`the catalogues could not be written:\n${stderr}`)
  await till.restart()
  await counter.opens(till.address())
}
