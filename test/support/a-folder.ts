import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

/** An empty folder that goes away with the test. */
export const aFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'torogoz-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
