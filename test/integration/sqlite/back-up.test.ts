import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { BackupNotGood, backUpDatabase } from '#adapters/sqlite/back-up.ts'
import { readBackup } from '#adapters/sqlite/read-backup.ts'
import { aTill } from '../../unit/application/a-till.ts'
import { damage } from './damage.ts'

const sellsMany = (count: number) => {
  const till = aTill()
  for (let sold = 0; sold < count; sold += 1) till.sells()
  return { till, database: path.join(till.folder, 'till.db'), copy: path.join(till.folder, 'copy.db') }
}

test('a backup is made while the till sells, is one file, and says what is in it', async () => {
  const { till, database, copy } = sellsMany(3)
  const making = backUpDatabase(database, copy)
  till.sells()
  const facts = await making
  till.sells()
  expect(facts).toMatchObject({ sales: expect.toSatisfy((sales: number) => sales >= 3), lastSaleAt: till.clock.now() })
  expect(facts.sales).toBe(facts.lastNumber)
  expect(readBackup(copy)).toEqual({ ok: true, value: facts })
  expect(readdirSync(till.folder).filter((name) => name.startsWith('copy'))).toEqual(['copy.db'])
  expect(till.rows('SELECT count(*) AS sales FROM sale')).toEqual([{ sales: 5 }])
})

test('a backup holds what another process committed and what is still in the log alone', async () => {
  const { till, database, copy } = sellsMany(2)
  const beside = new Database(database)
  beside.pragma('wal_autocheckpoint = 0')
  till.sells()
  expect((await backUpDatabase(database, copy)).sales).toBe(3)
  beside.close()
})

test('a backup of a damaged database is refused, and the one before it stays', async () => {
  const { till, database, copy } = sellsMany(200)
  const before = await backUpDatabase(database, copy)
  till.connection.close()
  damage(database).flips('middle')
  await expect(backUpDatabase(database, copy)).rejects.toThrow(BackupNotGood)
  expect(readBackup(copy)).toEqual({ ok: true, value: before })
  expect(existsSync(`${copy}.part`)).toBe(false)
})

test.each([
  ['flipped bytes in the middle', (file: string) => damage(file).flips('middle'), 'backup_damaged'],
  ['half of it', (file: string) => damage(file).truncates(), 'backup_damaged'],
  ['no header', (file: string) => damage(file).zeroesHeader(), 'backup_damaged'],
  ['nothing in it', (file: string) => writeFileSync(file, ''), 'backup_foreign'],
  [
    'a newer version',
    (file: string) => {
      const newer = new Database(file)
      newer.pragma('user_version = 9999')
      newer.close()
    },
    'backup_newer',
  ],
])('a backup with %s is no good one', async (_, change, code) => {
  const { database, copy } = sellsMany(200)
  await backUpDatabase(database, copy)
  change(copy)
  expect(readBackup(copy)).toMatchObject({ ok: false, error: { code } })
})

test('a file that is not there is no good backup', () => {
  expect(readBackup('/nowhere/till.db')).toMatchObject({ ok: false, error: { code: 'backup_damaged' } })
})
