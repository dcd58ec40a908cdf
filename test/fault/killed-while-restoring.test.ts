import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { backUpDatabase } from '#adapters/sqlite/back-up.ts'
import { readBackup } from '#adapters/sqlite/read-backup.ts'
import { bestCandidate } from '#engine/rescue/candidates.ts'
import { examineData } from '#engine/rescue/examine-data.ts'
import { prepareData } from '#engine/rescue/prepare-data.ts'
import { restoreHere } from '#engine/rescue/restore-here.ts'
import { coffee } from '#support/a-cart.ts'
import { aFolder } from '#support/a-folder.ts'
import { aTill } from '#support/a-till.ts'
import { damage } from '../integration/sqlite/damage.ts'

const SOURCES = path.join(import.meta.dirname, '../../src')

const RESTORE = `
  const { restoreHere } = await import(process.argv[1] + '/engine/rescue/restore-here.ts')
  console.log('begins')
  await restoreHere(process.argv[2], process.argv[3])
`
const BACK_UP = `
  const { backUpDatabase } = await import(process.argv[1] + '/adapters/sqlite/back-up.ts')
  console.log('begins')
  for (;;) await backUpDatabase(process.argv[2] + '/till.db', process.argv[3])
`

/** Runs a script in a process of its own and kills it so many milliseconds after it has begun its work. */
const killedAfter = async (ms: number, script: string, ...args: readonly string[]): Promise<void> => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, SOURCES, ...args], { stdio: 'pipe' })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = once(child, 'exit')
  await Promise.race([once(child.stdout, 'data'), ended])
  const timer = setTimeout(() => child.kill('SIGKILL'), ms)
  await ended
  clearTimeout(timer)
}

const quiet = () => undefined
const configOf = (dataFolder: string) =>
  ({
    mode: 'live',
    dataFolder,
    resourcesFolder: '',
    version: '',
    secrets: [],
    printsByItself: false,
    log: quiet,
  }) as const

const BEFORE = 60
const AFTER = 60

/** A till's folder with a backup of 60 sales and a database of 120. */
const aBackedUpFolder = async () => {
  const till = await aTill()
  const sells = (count: number) => {
    for (let sold = 0; sold < count; sold += 1) till.sells(coffee())
  }
  sells(BEFORE)
  const backup = await till.engine.backups.make()
  if (!backup.ok) throw new Error(backup.error.code)
  sells(AFTER)
  await till.engine.stop()
  return { folder: till.folder, backup: backup.value.name }
}

test('killed at any moment of a restore, the till has its old data or its new, whole, and a second restore ends it', async () => {
  const { folder, backup } = await aBackedUpFolder()
  damage(path.join(folder, 'till.db')).zeroesHeader()
  const seen = new Set<string>()
  for (const ms of [0, 5, 10, 15, 20, 30, 40, 50, 60, 70, 80, 100, 120, 150]) {
    const copy = aFolder()
    cpSync(folder, copy, { recursive: true })
    const file = path.join(copy, 'backups', backup)
    await killedAfter(ms, RESTORE, copy, file)
    const trouble = await prepareData(configOf(copy))
    seen.add(trouble === null ? 'new' : 'old')
    if (trouble) {
      expect(trouble.code).toBe('database_damaged')
      expect(bestCandidate(copy)?.sales).toBe(BEFORE)
      expect(await restoreHere(copy, file)).toMatchObject({
        ok: true,
        value: { sales: BEFORE, brought: AFTER, missed: [] },
      })
    }
    expect(examineData(copy)).toBeNull()
    expect(readBackup(path.join(copy, 'till.db'))).toMatchObject({ ok: true, value: { sales: BEFORE + AFTER } })
    expect(readdirSync(path.join(copy, 'set-aside')).length).toBeGreaterThan(0)
  }
  expect(seen.has('old')).toBe(true)
})

test('killed at any moment of a backup, the one before it is whole, and the database is as it was', async () => {
  const { folder } = await aBackedUpFolder()
  const file = path.join(folder, 'copy.db')
  for (const ms of [0, 2, 5, 8, 12, 17, 23, 40]) {
    await killedAfter(ms, BACK_UP, folder, file)
    if (existsSync(file)) expect(readBackup(file)).toMatchObject({ ok: true, value: { sales: BEFORE + AFTER } })
    expect(examineData(folder)).toBeNull()
  }
  expect(await backUpDatabase(path.join(folder, 'till.db'), file)).toMatchObject({ sales: BEFORE + AFTER })
})
