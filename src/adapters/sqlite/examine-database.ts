import { statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { z } from 'zod'
import type { Connection } from './open-database.ts'
import { lastNumberOf } from './read-backup.ts'

export type Examined =
  | { readonly kind: 'sound' }
  /** No file, or one without anything of a till in it. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'damaged'; readonly check: 'header' | 'pages' | 'disk'; readonly detail: string }

const MOST_LINES = 5
const BUSY_MS = 10_000

const isEmpty = (connection: Connection): boolean =>
  z.int().parse(connection.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()) === 0

const hasBytes = (file: string): boolean => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0

const checked = (connection: Connection): Examined => {
  if (isEmpty(connection)) return { kind: 'missing' }
  const report = z.array(z.string()).parse(connection.prepare(`PRAGMA quick_check(${MOST_LINES})`).pluck().all())
  return report[0] === 'ok' ? { kind: 'sound' } : { kind: 'damaged', check: 'pages', detail: report.join(' · ') }
}

const CHECKS: readonly (readonly [string, 'header' | 'pages' | 'disk'])[] = [
  ['SQLITE_NOTADB', 'header'],
  ['SQLITE_CORRUPT', 'pages'],
  ['SQLITE_IOERR', 'disk'],
]

/** Whether a till's database is there and whole: every page is read, nothing is changed. Other trouble with it is thrown. */
export const examineDatabase = (file: string): Examined => {
  if (!hasBytes(file)) return { kind: 'missing' }
  let connection: Connection | undefined
  try {
    // Read-only, so that nothing of the log beside it is written into a file that may be damaged.
    connection = new Database(file, { readonly: true, fileMustExist: true, timeout: BUSY_MS })
    return checked(connection)
  } catch (cause) {
    if (!(cause instanceof Database.SqliteError)) throw cause
    const check = CHECKS.find(([code]) => cause.code.startsWith(code))?.[1]
    if (check === undefined) throw cause
    return { kind: 'damaged', check, detail: cause.message }
  } finally {
    connection?.close()
  }
}

/** The highest running number in a sound database of a till; 0 where it has none. */
export const lastNumberIn = (file: string): number => {
  const connection = new Database(file, { readonly: true, fileMustExist: true, timeout: BUSY_MS })
  try {
    return lastNumberOf(connection)
  } finally {
    connection.close()
  }
}

/** Whether there is no file, or one without anything of a till in it; cheap. What cannot be read is not missing. */
export const isMissing = (file: string): boolean => {
  if (!hasBytes(file)) return true
  let connection: Connection | undefined
  try {
    connection = new Database(file, { readonly: true, fileMustExist: true, timeout: BUSY_MS })
    return isEmpty(connection)
  } catch (cause) {
    if (cause instanceof Database.SqliteError) return false
    throw cause
  } finally {
    connection?.close()
  }
}
