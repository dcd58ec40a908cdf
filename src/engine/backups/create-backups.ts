import { hostname } from 'node:os'
import path from 'node:path'
import type { Pace } from '#adapters/sqlite/back-up.ts'
import { type Backup, backupFolder } from '#adapters/system/backup-folder.ts'
import type { Log } from '#adapters/system/json-log.ts'
import type { Presence } from '#adapters/system/till-presence.ts'
import type { Clock } from '#application/ports/system.ts'
import type { Instant } from '#domain/clock/local-time.ts'
import { type Refusal, refusal } from '#domain/result/refusal.ts'
import { fail, ok, type Result } from '#domain/result/result.ts'
import { requestedRestore } from '../rescue/requested-restore.ts'
import type { BackupDone, BackupJob, SecondPlace, Trouble } from './backup-job.ts'
import { runInWorker } from './start-backup-worker.ts'

type Dependencies = {
  readonly mode: 'training' | 'live'
  readonly dataFolder: string
  readonly clock: Clock
  readonly log: Log
  /** The shop's codes, the installation's tag and the second folder ('' for none), as they are now. */
  readonly till: () => {
    readonly store: string
    readonly till: string
    readonly tag: string
    /** Since when it has borne the tag. */
    readonly since: Instant
    readonly secondFolder: string
  }
  readonly machine: string
  /** Another text whenever something was written to the database. */
  readonly changeMark: () => string
  readonly changed: () => void
  readonly run?: (job: BackupJob) => Promise<BackupDone>
}

export type BackupsState = {
  readonly folder: string
  readonly isRunning: boolean
  readonly list: readonly Backup[]
  readonly trouble: Trouble | null
  readonly second: { readonly folder: string; readonly at: Instant | null; readonly trouble: Trouble | null } | null
  readonly twin: Presence | null
}

const HOUR_MS = 3_600_000
/** A stick that was not there, or a backup that failed, is looked for again so often. */
const AGAIN_MS = 300_000

const refusalOf = ({ code, detail }: Trouble): Refusal => refusal(code, 'folder', { detail })

/**
 * Backups of a till while it sells: hourly while something changes, when somebody asks, and before the till is closed. What goes wrong is kept to be
 * shown, and never stops anything.
 */
export const createBackups = (dependencies: Dependencies) => {
  const { clock, log, dataFolder } = dependencies
  const run = dependencies.run ?? runInWorker
  const own = backupFolder(path.join(dataFolder, 'backups'))
  let running: Promise<BackupDone> | null = null
  let newestAt = own.list()[0]?.at ?? null
  let triedAt: Instant | null = null
  let lastMark: string | null = null
  let goodAt: Instant | null = null
  let trouble: Trouble | null = null
  let secondTried: { readonly folder: string; readonly at: Instant } | null = null
  let secondAt: Instant | null = null
  let secondTrouble: Trouble | null = null
  let twin: Presence | null = null

  const secondPlace = (): SecondPlace | null => {
    const { store, till, tag, since, secondFolder } = dependencies.till()
    if (secondFolder === '') return null
    const isLive = dependencies.mode === 'live'
    return {
      folder: secondFolder,
      name: `${isLive ? '' : 'training-'}${store}-${till}-${tag}`,
      archive: path.join(dataFolder, 'files'),
      presence: isLive
        ? { store, till, tag, machine: dependencies.machine, host: hostname(), seenAt: clock.now(), since }
        : null,
    }
  }

  const learn = (job: BackupJob, done: BackupDone): void => {
    if (job.makes) trouble = done.trouble
    if (done.trouble) log('warn', 'backup_trouble', done.trouble)
    if (job.second === null) return
    if (done.secondTrouble && done.secondTrouble.code !== secondTrouble?.code)
      log('warn', 'second_backup_trouble', done.secondTrouble)
    secondTrouble = done.secondTrouble
    if (!done.secondTrouble) secondAt = job.at
    if (!done.secondTrouble) twin = done.twin
  }

  /** One at a time: who asks while one is being made gets that one. */
  const start = (makes: boolean, folder = own.folder, pace: Pace = 'gently'): Promise<BackupDone> => {
    if (running) return running
    const isOwn = folder === own.folder
    const job: BackupJob = {
      database: path.join(dataFolder, 'till.db'),
      folder,
      at: clock.now(),
      makes,
      rotates: isOwn,
      pace,
      needed: requestedRestore(dataFolder).read()?.file ?? null,
      second: isOwn ? secondPlace() : null,
    }
    const mark = dependencies.changeMark()
    if (makes) triedAt = job.at
    if (job.second) secondTried = { folder: job.second.folder, at: job.at }
    running = run(job).then((done) => {
      running = null
      if (done.made) {
        lastMark = mark
        goodAt = job.at
        if (isOwn) newestAt = job.at
      }
      learn(job, done)
      dependencies.changed()
      return done
    })
    dependencies.changed()
    return running
  }

  const make = async (folder?: string): Promise<Result<Backup, Refusal>> => {
    // One that began before now may lack what was just written.
    await running
    const done = await start(true, folder)
    if (done.made) return ok(done.made)
    return fail(refusalOf(done.trouble ?? { code: 'backup_failed', detail: '' }))
  }

  /** A clock that was set back makes it due as well. */
  const isOlderThan = (at: Instant | null, ms: number): boolean => {
    const now = clock.now()
    return at === null || at > now || now - at >= ms
  }
  const hasNews = (): boolean => dependencies.changeMark() !== lastMark

  return {
    /** When the database was last found whole by opening a copy of it here; null before the first one. */
    goodAt: () => goodAt,
    state: (): BackupsState => {
      const { secondFolder } = dependencies.till()
      return {
        folder: own.folder,
        isRunning: running !== null,
        list: own.list(),
        trouble,
        second: secondFolder === '' ? null : { folder: secondFolder, at: secondAt, trouble: secondTrouble },
        twin,
      }
    },
    /** Now, into the till's own folder and the second place, or into a folder that somebody names. */
    make,
    /** To be called from time to time. */
    lookAround: (): void => {
      if (running) return
      const { secondFolder } = dependencies.till()
      const isSecondDue =
        secondFolder !== '' &&
        (secondTried?.folder !== secondFolder || (secondTrouble !== null && isOlderThan(secondTried.at, AGAIN_MS)))
      if (isOlderThan(newestAt, HOUR_MS) && isOlderThan(triedAt, AGAIN_MS) && hasNews()) void start(true)
      else if (isSecondDue) void start(false)
    },
    /** At the end of a shift and before the till is closed: nothing that was sold since is left without a backup. */
    makeIfChanged: async (): Promise<void> => {
      await running
      if (hasNews()) await start(true, own.folder, 'swiftly')
    },
    /** What is under way comes to its end. */
    idle: async (): Promise<void> => {
      await running
    },
  }
}

export type Backups = ReturnType<typeof createBackups>
