import { statSync } from 'node:fs'
import { readBackup } from '#adapters/sqlite/read-backup.ts'
import { type Backup, backupFolder, newestFirst } from '#adapters/system/backup-folder.ts'
import type { RescueCandidate } from '#contract/rescue.ts'
import type { Refusal } from '#domain/result/refusal.ts'
import { ok, type Result } from '#domain/result/result.ts'
import { dataPlaces } from './data-places.ts'

/** The till's own backups, the newest first; nothing of them is opened. */
export const listBackups = (dataFolder: string): readonly Backup[] =>
  backupFolder(dataPlaces(dataFolder).backups).list()

/** A database to go back to, opened and checked page by page. */
export const examineCandidate = (dataFolder: string, file: string): Result<RescueCandidate, Refusal> => {
  const facts = readBackup(file)
  if (!facts.ok) return facts
  const { sales, lastNumber, lastSaleAt } = facts.value
  const { mtimeMs, size: bytes } = statSync(file)
  const isPresent = file === dataPlaces(dataFolder).database
  const own = listBackups(dataFolder).find((backup) => backup.file === file)
  return ok({ file, at: own?.at ?? Math.round(mtimeMs), bytes, sales, lastNumber, lastSaleAt, isPresent })
}

/** The newest of the till's own backups that is whole now; null where there is none. */
export const newestGoodBackup = (dataFolder: string): RescueCandidate | null => {
  for (const { file } of newestFirst(listBackups(dataFolder))) {
    const candidate = examineCandidate(dataFolder, file)
    if (candidate.ok) return candidate.value
  }
  return null
}

/** What a till that cannot open best goes on with: its newest good backup, or its present database where that is whole and has as many sales. */
export const bestCandidate = (dataFolder: string): RescueCandidate | null => {
  const backup = newestGoodBackup(dataFolder)
  const present = examineCandidate(dataFolder, dataPlaces(dataFolder).database)
  if (!present.ok) return backup
  return backup === null || present.value.lastNumber >= backup.lastNumber ? present.value : backup
}
