import { mkdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'

export type ProcessLock = { release(): void }

type Hold = (connection: Database.Database) => void

const take = (file: string, hold: Hold): ProcessLock | null => {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const connection = new Database(file, { timeout: 0 })
  try {
    hold(connection)
    return { release: () => connection.close() }
  } catch (cause) {
    connection.close()
    if (cause instanceof Database.SqliteError && cause.code.startsWith('SQLITE_BUSY')) return null
    throw cause
  }
}

/**
 * A lock that only one process holds and that dies with it, SIGKILL included: the operating system's own lock on a small database file.
 * Null where another process has it.
 */
export const takeProcessLock = (file: string): ProcessLock | null =>
  take(file, (connection) => {
    connection.pragma('locking_mode = EXCLUSIVE')
    connection.exec('BEGIN EXCLUSIVE')
  })

/** The same lock, held by any number at the same time, and by none while one has it for itself. */
export const shareProcessLock = (file: string): ProcessLock | null =>
  take(file, (connection) => {
    connection.exec('BEGIN')
    connection.prepare('SELECT count(*) FROM sqlite_schema').get()
  })
