import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Instant } from '#domain/clock/local-time.ts'
import { copyDurably, writeDurably } from './durable-file.ts'
import { instantOf, stampOf } from './stamp.ts'

/** What was found in a backup when it was opened and checked, kept in a small file beside it. */
const facts = z.object({
  sales: z.int(),
  lastNumber: z.int(),
  lastSaleAt: z.int().nullable(),
  tag: z.string().nullable(),
  /** The newest line of its journal. Notes of older versions do not tell it. */
  journal: z.object({ entryId: z.int(), hash: z.string() }).nullable().default(null),
})
export type VerifiedFacts = z.infer<typeof facts>

export type Backup = {
  /** "till-20261122-104500.db" */
  readonly name: string
  readonly file: string
  readonly at: Instant
  readonly bytes: number
  /** Null where nobody has opened it yet. */
  readonly verified: VerifiedFacts | null
}

const NAME = /^till-(\d{8}-\d{6})\.db$/
const UNFINISHED = /^till-\d{8}-\d{6}\.(db|json)\..*part/

const noteOf = (file: string): string => file.replace(/\.db$/, '.json')

const readNote = (file: string): VerifiedFacts | null => {
  try {
    return facts.parse(JSON.parse(readFileSync(noteOf(file), 'utf8')))
  } catch {
    return null
  }
}

const bytesOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

/** By what is in them and only then by name, for a clock that was wrong names them wrongly. */
export const newestFirst = (backups: readonly Backup[]): readonly Backup[] =>
  [...backups].sort(
    (left, right) =>
      (right.verified?.lastNumber ?? 0) - (left.verified?.lastNumber ?? 0) || (left.name < right.name ? 1 : -1),
  )

/** A folder of backups, each under the local time it was made at. */
export const backupFolder = (folder: string) => {
  const place = (name: string): string => path.join(folder, name)
  return {
    folder,
    /** The newest first; none where the folder is not there. */
    list: (): readonly Backup[] => {
      const names = existsSync(folder) ? readdirSync(folder) : []
      return names
        .flatMap((name) => {
          const at = instantOf(NAME.exec(name)?.[1] ?? '')
          const file = place(name)
          return at === null ? [] : [{ name, file, at, bytes: bytesOf(file), verified: readNote(file) }]
        })
        .sort((left, right) => (left.name < right.name ? 1 : -1))
    },
    /** Makes the folder, and says where the backup of this moment belongs. */
    place: (at: Instant): string => {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      return place(`till-${stampOf(at)}.db`)
    },
    note: (file: string, { sales, lastNumber, lastSaleAt, tag, journal }: VerifiedFacts): void =>
      writeDurably(noteOf(file), JSON.stringify({ sales, lastNumber, lastSaleAt, tag, journal })),
    /** Takes a verified backup over from elsewhere, where it is not here yet; it counts once the copy was checked as well. */
    copyFrom: (backup: Backup, isGood: (file: string) => boolean): void => {
      const file = place(backup.name)
      if (bytesOf(file) === backup.bytes && existsSync(noteOf(file))) return
      copyDurably(backup.file, file)
      if (!isGood(file)) {
        rmSync(file)
        throw new Error(`the copy is not what was copied: ${file}`)
      }
      if (existsSync(noteOf(backup.file))) copyDurably(noteOf(backup.file), noteOf(file))
    },
    /** What a process that died left of a backup it was making. */
    removeUnfinished: (): void => {
      for (const name of readdirSync(folder).filter((each) => UNFINISHED.test(each)))
        rmSync(place(name), { force: true })
    },
    remove: (names: readonly string[]): void => {
      for (const name of names) for (const each of [place(name), noteOf(place(name))]) rmSync(each, { force: true })
    },
  }
}

export type BackupFolder = ReturnType<typeof backupFolder>
