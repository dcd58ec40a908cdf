import { existsSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { flushFile, putInPlace } from './flush.ts'
import { type BackupFacts, readBackup } from './read-backup.ts'
import { closeAsOneFile } from './swap-database.ts'

const BUSY_MS = 10_000
const DAMAGED = /^SQLITE_(NOTADB|CORRUPT)/
/** How a copy is made: `swiftly` where nobody else works, `gently` beside a till that sells. */
export type Pace = 'swiftly' | 'gently'

/** Pages of 4 kB between two flushes, and how long the disk is left to others after each. */
const PACES: Readonly<Record<Pace, { readonly pages: number; readonly restMs: number }>> = {
  swiftly: { pages: 4_000, restMs: 0 },
  gently: { pages: 64, restMs: 4 },
}

/** What was copied does not open, or is damaged. */
export class BackupNotGood extends Error {
  readonly code: string
  constructor(code: string, detail: string) {
    super(detail)
    this.code = code
  }
}

const rest = (ms: number): void => {
  if (ms > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}

/**
 * Decided: inside one read transaction, so that every page is of the same moment; otherwise each sale of another connection makes the copy begin anew.
 * What the log holds by then is made sure of first: a power cut may undo a relaxed commit, and would leave the database behind its own backup.
 * And flushed step by step, because a sale waits for the disk behind whatever a copy has left unflushed.
 */
const copyPages = async (source: string, part: string, pace: Pace): Promise<void> => {
  const { pages, restMs } = PACES[pace]
  const connection = new Database(source, { readonly: true, fileMustExist: true, timeout: BUSY_MS })
  try {
    connection.exec('BEGIN')
    connection.prepare('SELECT count(*) FROM sqlite_schema').get()
    if (existsSync(`${source}-wal`)) flushFile(`${source}-wal`)
    await connection.backup(part, {
      progress: () => {
        if (existsSync(part)) flushFile(part)
        rest(restMs)
        return pages
      },
    })
  } finally {
    connection.close()
  }
}

/**
 * Copies the database while others use it, opens the copy and checks all of it, and only then gives it its name. Killed or failed at any
 * moment, it leaves what was there before, and at most a `.part`.
 * Writers do not wait for it. It holds its thread, so it runs in a worker beside a till that sells.
 * @throws BackupNotGood where the copy is no good database of a till; SqliteError where it cannot be read or written.
 */
export const backUpDatabase = async (source: string, file: string, pace: Pace = 'swiftly'): Promise<BackupFacts> => {
  const part = `${file}.part`
  const remove = (): void => {
    for (const each of [part, `${part}-journal`, `${part}-wal`, `${part}-shm`]) rmSync(each, { force: true })
  }
  remove()
  try {
    await copyPages(source, part, pace)
    // A copy keeps no log beside it, so that it can be read where nothing can be written.
    closeAsOneFile(new Database(part, { fileMustExist: true }))
    const facts = readBackup(part)
    if (!facts.ok) throw new BackupNotGood(facts.error.code, String(facts.error.params?.detail ?? ''))
    putInPlace(part, file)
    return facts.value
  } catch (cause) {
    remove()
    const isDamaged = cause instanceof Database.SqliteError && DAMAGED.test(cause.code)
    throw isDamaged ? new BackupNotGood('backup_damaged', cause.message) : cause
  }
}
