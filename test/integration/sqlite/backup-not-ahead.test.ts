import { copyFileSync, statSync, truncateSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { backUpDatabase } from '#adapters/sqlite/back-up.ts'
import { aTill } from '../../unit/application/a-till.ts'
import { stamped } from '../../unit/application/an-outcome.ts'

/** How much of each file was last made sure of. */
const flushed = vi.hoisted(() => new Map<string, number>())

vi.mock('#adapters/sqlite/flush.ts', async (original) => {
  const real = await original<typeof import('#adapters/sqlite/flush.ts')>()
  return {
    ...real,
    flushFile: (file: string): void => {
      real.flushFile(file)
      flushed.set(file, statSync(file).size)
    },
  }
})

test('a power cut after a backup never leaves a database that lacks a line of it', async () => {
  const till = aTill()
  const database = path.join(till.folder, 'till.db')
  const log = `${database}-wal`
  till.sells()
  const sureOfTheSale = statSync(log).size
  till.hears(stamped())
  const backup = await backUpDatabase(database, path.join(till.folder, 'copy.db'))

  const afterTheCut = path.join(till.folder, 'after.db')
  copyFileSync(database, afterTheCut)
  copyFileSync(log, `${afterTheCut}-wal`)
  truncateSync(`${afterTheCut}-wal`, Math.max(sureOfTheSale, flushed.get(log) ?? 0))
  const connection = new Database(afterTheCut)
  const head = connection.prepare('SELECT max(entry_id) FROM journal').pluck().get()
  connection.close()
  expect(head).toBe(backup.journal?.entryId)
})
