import Database from 'better-sqlite3'
import { z } from 'zod'
import type { Instant } from '#domain/clock/local-time.ts'
import { type Refusal, refusal } from '#domain/result/refusal.ts'
import { fail, ok, type Result } from '#domain/result/result.ts'
import { type Connection, readMigrations } from './open-database.ts'

/** What a copy of the till's database holds. */
export type BackupFacts = {
  readonly version: number
  readonly tag: string | null
  readonly sales: number
  /** The highest running number in it. */
  readonly lastNumber: number
  readonly lastSaleAt: Instant | null
  /** The newest line of its journal, where it has one: stands for all of it. */
  readonly journal: { readonly entryId: number; readonly hash: string } | null
}

const head = z.object({ entry_id: z.int(), hash: z.string() }).transform(({ entry_id, hash }) => ({
  entryId: entry_id,
  hash,
}))

const has = (connection: Connection, table: string): boolean =>
  connection.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`).get(table) !== undefined

const newestLine = (connection: Connection): BackupFacts['journal'] => {
  if (!has(connection, 'journal')) return null
  const found = connection.prepare('SELECT entry_id, hash FROM journal ORDER BY entry_id DESC LIMIT 1').get()
  return found === undefined ? null : head.parse(found)
}

/** As of each schema that there was: with the numbers that a restore went past, or without. */
const LAST_NUMBER = [
  'SELECT max(coalesce((SELECT max(sale_number) FROM sale), 0), coalesce((SELECT first_number FROM installation), 1) - 1)',
  'SELECT coalesce(max(sale_number), 0) FROM sale',
]

/** The highest running number that a till is known by its database to have used; 0 where that is none of a till. */
export const lastNumberOf = (connection: Connection): number => {
  for (const sql of LAST_NUMBER)
    try {
      return z.int().parse(connection.prepare(sql).pluck().get())
    } catch (cause) {
      if (!(cause instanceof Database.SqliteError)) throw cause
    }
  return 0
}

const factsOf = (connection: Connection): BackupFacts => {
  const one = (sql: string): unknown => connection.prepare(sql).pluck().get()
  return {
    version: z.int().parse(connection.pragma('user_version', { simple: true })),
    tag: z
      .string()
      .nullable()
      .parse(one('SELECT tag FROM installation') ?? null),
    sales: z.int().parse(one('SELECT count(*) FROM sale')),
    lastNumber: lastNumberOf(connection),
    lastSaleAt: z
      .int()
      .nullable()
      .parse(one('SELECT completed_at FROM sale ORDER BY sale_number DESC LIMIT 1') ?? null),
    journal: newestLine(connection),
  }
}

const check = (connection: Connection, known: number): Result<BackupFacts, Refusal> => {
  const version = z.int().parse(connection.pragma('user_version', { simple: true }))
  if (version > known) return fail(refusal('backup_newer', 'file'))
  if (!has(connection, 'sale') || !has(connection, 'installation')) return fail(refusal('backup_foreign', 'file'))
  const [report] = z.array(z.string()).parse(connection.prepare('PRAGMA quick_check(1)').pluck().all())
  if (report !== 'ok') return fail(refusal('backup_damaged', 'file', { detail: report ?? '' }))
  return ok(factsOf(connection))
}

/** Opens a copy of the till's database, checks every page of it and says what it holds; nothing in it is changed. */
export const readBackup = (file: string): Result<BackupFacts, Refusal> => {
  const known = readMigrations().at(-1)?.version ?? 0
  let connection: Connection | undefined
  try {
    connection = new Database(file, { readonly: true, fileMustExist: true })
    return check(connection, known)
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause
    return fail(refusal('backup_damaged', 'file', { detail: cause.message }))
  } finally {
    connection?.close()
  }
}
