import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { flushFolder, putInPlace } from './flush.ts'
import type { Connection } from './open-database.ts'
import { takeProcessLock } from './process-lock.ts'

const plan = z.object({ aside: z.string() })

export const SET_ASIDE = 'set-aside'

const places = (folder: string) => ({
  database: path.join(folder, 'till.db'),
  /** The database that is to take the place of the present one, whole and closed. */
  prepared: path.join(folder, 'till.db.restored'),
  plan: path.join(folder, 'restore.json'),
  lock: path.join(folder, 'restore.lock'),
  aside: path.join(folder, SET_ASIDE),
})

/** Closes it as one file, whole, with nothing beside it that belongs to it. */
export const closeAsOneFile = (connection: Connection): void => {
  connection.pragma('journal_mode = DELETE')
  connection.close()
}

export const preparedDatabase = (folder: string): string => places(folder).prepared

const LOGS = ['-wal', '-shm'] as const

const swap = (folder: string): void => {
  const { database, prepared, plan: file, aside } = places(folder)
  if (existsSync(prepared)) {
    const name = path.join(aside, plan.parse(JSON.parse(readFileSync(file, 'utf8'))).aside)
    mkdirSync(aside, { recursive: true, mode: 0o700 })
    for (const suffix of ['', ...LOGS])
      if (existsSync(`${database}${suffix}`)) renameSync(`${database}${suffix}`, `${name}${suffix}`)
    flushFolder(aside)
    renameSync(prepared, database)
    flushFolder(folder)
  }
  rmSync(file, { force: true })
  flushFolder(folder)
}

/**
 * Ends a change of databases that was decided and perhaps cut short; to be called before the database is looked at. False where another
 * process is at it.
 */
export const finishSwap = (folder: string): boolean => {
  const { plan: file, lock } = places(folder)
  if (!existsSync(file)) return true
  const own = takeProcessLock(lock)
  if (own === null) return false
  try {
    if (existsSync(file)) swap(folder)
    return true
  } finally {
    own.release()
  }
}

const freeName = (folder: string, stamp: string): string => {
  const names = [`till-${stamp}.db`, ...Array.from({ length: 98 }, (_, index) => `till-${stamp}-${index + 2}.db`)]
  const free = names.find(
    (name) => !existsSync(path.join(folder, name)) && !existsSync(path.join(folder, `${name}-wal`)),
  )
  if (free === undefined) throw new Error(`no name is free for ${stamp}`)
  return free
}

/**
 * Puts the prepared database in the place of the present one, which is kept aside with its logs under a name with the time. From the moment
 * that the plan is on disk the change is decided: killed before, all is as it was; killed after, the next start ends it.
 */
export const swapDatabase = (folder: string, stamp: string): string => {
  const { plan: file, aside } = places(folder)
  const name = freeName(aside, stamp)
  writeFileSync(`${file}.part`, JSON.stringify({ aside: name }), { mode: 0o600 })
  putInPlace(`${file}.part`, file)
  if (!finishSwap(folder)) throw new Error('another process changes the database')
  return path.join(aside, name)
}
