import { mkdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'

export type ProcessLock = { release(): void }

/**
 * A lock that only one process holds and that dies with it, SIGKILL included: the operating system's own lock on a small database file.
 * Null where another process has it.
 */
export const takeProcessLock = (file: string): ProcessLock | null => {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const connection = new Database(file, { timeout: 0 })
  try {
    connection.pragma('locking_mode = EXCLUSIVE')
    connection.exec('BEGIN EXCLUSIVE')
    return { release: () => connection.close() }
  } catch (cause) {
    connection.close()
    if (cause instanceof Database.SqliteError && cause.code.startsWith('SQLITE_BUSY')) return null
    throw cause
  }
}
