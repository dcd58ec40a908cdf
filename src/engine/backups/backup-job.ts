import { existsSync } from 'node:fs'
import path from 'node:path'
import { BackupNotGood, backUpDatabase, type Pace } from '#adapters/sqlite/back-up.ts'
import { diskTroubleIn } from '#adapters/sqlite/disk-trouble.ts'
import { readBackup } from '#adapters/sqlite/read-backup.ts'
import { type Backup, backupFolder, newestFirst } from '#adapters/system/backup-folder.ts'
import { mirrorFolder } from '#adapters/system/mirror-folder.ts'
import { type Presence, tillPresence } from '#adapters/system/till-presence.ts'
import type { Instant } from '#domain/clock/local-time.ts'
import { backupsToDrop } from './rotation.ts'

export type SecondPlace = {
  /** As the shop has set it: a stick's or a share's folder, which has to be there. */
  readonly folder: string
  /** This till's own folder in it. */
  readonly name: string
  /** The archived files, which are copied as well. */
  readonly archive: string
  /** Left for the other tills that share the folder; null in training. */
  readonly presence: Presence | null
}

export type BackupJob = {
  readonly database: string
  /** Where backups are kept. */
  readonly folder: string
  readonly at: Instant
  /** False where only the second place is to be brought up to date. */
  readonly makes: boolean
  /** Whether old ones go: not in a folder that a person named. */
  readonly rotates: boolean
  readonly pace: Pace
  /** One that the next start goes back to. */
  readonly needed: string | null
  readonly second: SecondPlace | null
}

export type Trouble = { readonly code: string; readonly detail: string }

export type BackupDone = {
  readonly made: Backup | null
  readonly trouble: Trouble | null
  readonly secondTrouble: Trouble | null
  readonly twin: Presence | null
}

const FULL = /^(ENOSPC|EDQUOT)$/

const codeOf = (cause: unknown): string => {
  if (cause instanceof BackupNotGood) return cause.code
  if (cause instanceof Error && 'code' in cause && FULL.test(String(cause.code))) return 'backup_place_full'
  const trouble = diskTroubleIn(cause)
  return trouble === 'disk_full' ? 'backup_place_full' : 'backup_failed'
}

const troubleOf = (cause: unknown): Trouble => ({
  code: codeOf(cause),
  detail: cause instanceof Error ? cause.message : String(cause),
})

const namesOf = (backups: readonly Backup[]): readonly string[] => backups.map(({ name }) => name)

const make = async ({ database, folder, at, rotates, needed, pace }: BackupJob): Promise<Backup | null> => {
  const backups = backupFolder(folder)
  const file = backups.place(at)
  backups.removeUnfinished()
  backups.note(file, await backUpDatabase(database, file, pace))
  const all = backups.list()
  const name = path.basename(file)
  if (rotates) {
    const stay = needed === null ? [name] : [name, path.basename(needed)]
    backups.remove(backupsToDrop(namesOf(newestFirst(all)), stay))
  }
  return all.find((each) => each.name === name) ?? null
}

/** The newest backup, the archived files and word of this till, in the second place. */
const bringToSecond = ({ folder, at }: BackupJob, second: SecondPlace): Presence | null => {
  const own = path.join(second.folder, second.name)
  const [newest] = newestFirst(backupFolder(folder).list())
  const there = backupFolder(own)
  if (newest) {
    there.place(newest.at)
    there.removeUnfinished()
    there.copyFrom(newest, (file) => readBackup(file).ok)
    there.remove(backupsToDrop(namesOf(newestFirst(there.list())), [newest.name]))
  }
  mirrorFolder(second.archive, path.join(own, 'files'))
  if (second.presence === null) return null
  const presence = tillPresence(second.folder)
  presence.leave(second.presence)
  return presence.findTwin(second.presence, at)
}

/** One backup, whole: made, verified, rotated and brought to the second place. What goes wrong in one place keeps nothing from the other. */
export const runBackupJob = async (job: BackupJob): Promise<BackupDone> => {
  let made: Backup | null = null
  let trouble: Trouble | null = null
  let secondTrouble: Trouble | null = null
  let twin: Presence | null = null
  try {
    made = job.makes ? await make(job) : null
  } catch (cause) {
    trouble = troubleOf(cause)
  }
  const { second } = job
  // A stick that is not there is not made: that would fill the disk under its place.
  if (second && !(path.isAbsolute(second.folder) && existsSync(second.folder)))
    secondTrouble = { code: 'second_folder_missing', detail: second.folder }
  else if (second) {
    try {
      twin = bringToSecond(job, second)
    } catch (cause) {
      secondTrouble = troubleOf(cause)
    }
  }
  return { made, trouble, secondTrouble, twin }
}
