import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { putInPlace } from './flush.ts'

export type Connection = Database.Database

export type OpenDatabaseError =
  | { readonly code: 'database_newer'; readonly found: number; readonly known: number }
  | { readonly code: 'database_unreadable'; readonly detail: string }
  /** A till was installed here, and its database is not there, or not the one that was there last. */
  | { readonly code: 'database_missing' | 'database_damaged' | 'database_behind'; readonly detail: string }
  /** Another process restores it at this moment. */
  | { readonly code: 'database_restoring' }

export class DatabaseNotOpened extends Error {
  readonly reason: OpenDatabaseError
  constructor(reason: OpenDatabaseError) {
    super(JSON.stringify(reason))
    this.reason = reason
  }
}

export type Migration = { readonly version: number; readonly sql: string }

/** Beside this module, in the sources as in the bundle. */
const MIGRATIONS = path.join(import.meta.dirname, 'migrations')

export const readMigrations = (folder = MIGRATIONS): readonly Migration[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ version: Number(name.slice(0, 4)), sql: readFileSync(path.join(folder, name), 'utf8') }))

const BUSY_MS = 10_000
/** Pages; about 16 MB. Checkpoints are run off the sale's path, this is only the ceiling. */
const CHECKPOINT_PAGES = 4_000

const versionOf = (connection: Connection): number => connection.pragma('user_version', { simple: true }) as number

/** The version of a copy whose pages are all right; null of one that is no good. */
const wholeVersion = (file: string): number | null => {
  const copy = new Database(file, { readonly: true, fileMustExist: true })
  try {
    return copy.pragma('quick_check(1)', { simple: true }) === 'ok' ? versionOf(copy) : null
  } catch (cause) {
    if (cause instanceof Database.SqliteError) return null
    throw cause
  } finally {
    copy.close()
  }
}

/**
 * The copy that a migration leaves behind: `till.db.before-0002`. It gets its name only once it is whole and on disk, and only where no other
 * process has migrated meanwhile.
 */
const backUp = (connection: Connection, file: string, version: number): void => {
  const copy = `${file}.before-${String(version).padStart(4, '0')}`
  const part = `${copy}.${process.pid}.part`
  rmSync(part, { force: true })
  connection.prepare('VACUUM INTO ?').run(part)
  const copied = wholeVersion(part)
  if (copied === null) throw new Error(`the copy before migration ${version} is not whole`)
  if (copied < version) putInPlace(part, copy)
  else rmSync(part)
}

/** Foreign keys are off meanwhile, so that a table can be made anew; none may be broken at the end. */
const apply = (connection: Connection, migration: Migration): void =>
  connection
    .transaction(() => {
      if (versionOf(connection) >= migration.version) return
      connection.exec(migration.sql)
      const broken = connection.pragma('foreign_key_check') as readonly unknown[]
      if (broken.length > 0)
        throw new Error(`migration ${migration.version} breaks references: ${JSON.stringify(broken)}`)
      connection.pragma(`user_version = ${migration.version}`)
    })
    .exclusive()

const migrate = (connection: Connection, file: string, migrations: readonly Migration[]): void => {
  const known = migrations.at(-1)?.version ?? 0
  const found = versionOf(connection)
  if (found > known) throw new DatabaseNotOpened({ code: 'database_newer', found, known })
  for (const migration of migrations.filter(({ version }) => version > found)) {
    if (versionOf(connection) >= migration.version) continue
    if (found > 0) backUp(connection, file, migration.version)
    apply(connection, migration)
  }
}

/**
 * Opens (and makes, where there is none) the till's database: WAL, every commit on disk before it returns, foreign keys on,
 * migrated to this program's version with a backup before each step.
 * @throws DatabaseNotOpened where the file is newer than this program, or no database.
 */
export const openDatabase = (file: string, migrations = readMigrations()): Connection => {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const connection = new Database(file, { timeout: BUSY_MS })
  try {
    connection.pragma('journal_mode = WAL')
    connection.pragma('synchronous = FULL')
    connection.pragma('foreign_keys = OFF')
    connection.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
    migrate(connection, file, migrations)
    connection.pragma('foreign_keys = ON')
    // Without it a row is replaced past the triggers that keep it.
    connection.pragma('recursive_triggers = ON')
    return connection
  } catch (cause) {
    connection.close()
    if (cause instanceof Database.SqliteError && (cause.code === 'SQLITE_NOTADB' || cause.code === 'SQLITE_CORRUPT'))
      throw new DatabaseNotOpened({ code: 'database_unreadable', detail: cause.message })
    throw cause
  }
}
