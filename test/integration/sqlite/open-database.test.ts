import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import {
  type Connection,
  DatabaseNotOpened,
  type Migration,
  openDatabase,
  readMigrations,
} from '#adapters/sqlite/open-database.ts'
import { aFolder } from '../../unit/application/a-till.ts'

const opens = (file: string, migrations?: readonly Migration[]): Connection => {
  const connection = openDatabase(file, migrations)
  onTestFinished(() => void connection.close())
  return connection
}

const reasonOf = (work: () => unknown): unknown => {
  try {
    work()
  } catch (cause) {
    if (cause instanceof DatabaseNotOpened) return cause.reason
    throw cause
  }
  return 'opened'
}

const logs = (version: number): Migration => ({
  version,
  sql: `CREATE TABLE IF NOT EXISTS ran (version INTEGER); INSERT INTO ran VALUES (${version})`,
})
const ran = (connection: Connection) => connection.prepare('SELECT version FROM ran').pluck().all()

test('a till database is made where there is none, and commits are on disk before they return', () => {
  const connection = opens(path.join(aFolder(), 'a', 'b', 'till.db'))
  const pragmas = ['journal_mode', 'synchronous', 'foreign_keys', 'user_version', 'busy_timeout']
  expect(pragmas.map((name) => connection.pragma(name, { simple: true }))).toEqual([
    'wal',
    2,
    1,
    readMigrations().at(-1)?.version,
    10_000,
  ])
})

test('the migrations in the folder are numbered from 1 without a gap', () => {
  const versions = readMigrations().map(({ version }) => version)
  expect(versions).toEqual(versions.map((_, index) => index + 1))
})

test('migrations run once each, in order', () => {
  const file = path.join(aFolder(), 'till.db')
  opens(file, [logs(1)]).close()
  opens(file, [logs(1), logs(2), logs(3)]).close()
  expect(ran(opens(file, [logs(1), logs(2), logs(3)]))).toEqual([1, 2, 3])
})

test('before each step there is a copy as it was; a fresh database needs none', () => {
  const folder = aFolder()
  const file = path.join(folder, 'till.db')
  opens(file, [logs(1)]).close()
  expect(readdirSync(folder).filter((name) => name.includes('before'))).toEqual([])
  opens(file, [logs(1), logs(2), logs(3)]).close()
  const copyOf = (name: string) => {
    const copy = new Database(path.join(folder, name), { readonly: true })
    const what = [ran(copy), copy.pragma('user_version', { simple: true })]
    copy.close()
    return what
  }
  expect([copyOf('till.db.before-0002'), copyOf('till.db.before-0003')]).toEqual([
    [[1], 1],
    [[1, 2], 2],
  ])
})

test('a migration that fails leaves the version before it, whole', () => {
  const file = path.join(aFolder(), 'till.db')
  opens(file, [logs(1)]).close()
  const broken = { version: 2, sql: 'INSERT INTO ran VALUES (2); CREATE TABLE ran (x)' }
  expect(() => openDatabase(file, [logs(1), broken])).toThrow('already exists')
  const connection = opens(file, [logs(1)])
  expect([ran(connection), connection.pragma('user_version', { simple: true })]).toEqual([[1], 1])
})

test('a database of a newer program is refused and left as it is', () => {
  const file = path.join(aFolder(), 'till.db')
  opens(file, [logs(1), logs(2)]).close()
  expect(reasonOf(() => openDatabase(file, [logs(1)]))).toEqual({ code: 'database_newer', found: 2, known: 1 })
  expect(ran(opens(file, [logs(1), logs(2)]))).toEqual([1, 2])
})

test('a file that is no database is refused and left as it is', () => {
  const file = path.join(aFolder(), 'till.db')
  writeFileSync(file, 'not a database, but long enough to be read as the header of one'.repeat(20))
  expect(reasonOf(() => openDatabase(file))).toMatchObject({ code: 'database_unreadable' })
  expect(existsSync(`${file}.before-0001`)).toBe(false)
})

test('a copy that was cut short before a migration is made anew, whole', () => {
  const folder = aFolder()
  const file = path.join(folder, 'till.db')
  opens(file, [logs(1)]).close()
  for (const name of ['till.db.before-0002', `till.db.before-0002.${process.pid}.part`])
    writeFileSync(path.join(folder, name), readFileSync(file).subarray(0, 5_000))
  opens(file, [logs(1), logs(2)]).close()
  const copy = new Database(path.join(folder, 'till.db.before-0002'), { readonly: true })
  onTestFinished(() => void copy.close())
  expect([ran(copy), copy.pragma('quick_check', { simple: true })]).toEqual([[1], 'ok'])
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
})
