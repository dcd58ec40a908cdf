import Database from 'better-sqlite3'

export type DiskTrouble = 'disk_full' | 'database_read_only' | 'database_busy' | 'disk_failed'

const BY_CODE: readonly (readonly [string, DiskTrouble])[] = [
  ['SQLITE_FULL', 'disk_full'],
  ['SQLITE_READONLY', 'database_read_only'],
  ['SQLITE_CANTOPEN', 'database_read_only'],
  ['SQLITE_BUSY', 'database_busy'],
  ['SQLITE_IOERR', 'disk_failed'],
]

/** Which trouble of the disk an error tells of, extended codes included; null where it is none. */
export const diskTroubleIn = (cause: unknown): DiskTrouble | null =>
  cause instanceof Database.SqliteError ? (BY_CODE.find(([code]) => cause.code.startsWith(code))?.[1] ?? null) : null
