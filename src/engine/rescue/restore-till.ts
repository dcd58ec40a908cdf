import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { BackupNotGood, backUpDatabase } from '#adapters/sqlite/back-up.ts'
import { diskTroubleIn } from '#adapters/sqlite/disk-trouble.ts'
import { examineDatabase, lastNumberIn } from '#adapters/sqlite/examine-database.ts'
import { sqliteInstallation } from '#adapters/sqlite/installation.ts'
import { type Connection, openDatabase } from '#adapters/sqlite/open-database.ts'
import { openForSalvage } from '#adapters/sqlite/open-for-salvage.ts'
import { openStores } from '#adapters/sqlite/open-stores.ts'
import { takeProcessLock } from '#adapters/sqlite/process-lock.ts'
import { salvage, salvageShop } from '#adapters/sqlite/salvage.ts'
import type { FoundSale } from '#adapters/sqlite/salvage-sale.ts'
import { readSecondRecord } from '#adapters/sqlite/second-record.ts'
import { closeAsOneFile, finishSwap, preparedDatabase, swapDatabase } from '#adapters/sqlite/swap-database.ts'
import { sqliteUnitOfWork } from '#adapters/sqlite/unit-of-work.ts'
import { installationMarker } from '#adapters/system/installation-marker.ts'
import { lineFile } from '#adapters/system/line-file.ts'
import { stampOf } from '#adapters/system/stamp.ts'
import { randomTag } from '#adapters/system/system-clock.ts'
import type { Clock } from '#application/ports/system.ts'
import { recoverAfterRestore } from '#application/sending/recover-after-restore.ts'
import { type Refusal, refusal } from '#domain/result/refusal.ts'
import { fail, ok, type Result } from '#domain/result/result.ts'
import { dataPlaces } from './data-places.ts'

export type RestoreOrder = {
  readonly dataFolder: string
  /** The backup to go back to; null for a new database that gets only what can be read of the present one. */
  readonly backup: string | null
  readonly machine: string
  readonly clock: Clock
}

export type RestoreReport = {
  readonly backup: string | null
  /** Sales in the backup. */
  readonly sales: number
  /** Sales made after it that were read from the database it replaces. */
  readonly brought: number
  /** Running numbers that are known to have been used and whose sale could not be read. */
  readonly missed: readonly number[]
  /** Documents that are asked about before anything is sent. */
  readonly asked: number
  readonly tag: string
  /** Where the replaced database is kept. */
  readonly aside: string
}

const FULL = /^(ENOSPC|EDQUOT)$/

/** Trouble of the world on the way: nothing has changed. */
const refusalOf = (cause: unknown): Refusal | null => {
  if (cause instanceof BackupNotGood) return refusal(cause.code, 'file', { detail: cause.message })
  const trouble = diskTroubleIn(cause)
  if (trouble) return refusal(trouble)
  if (cause instanceof Error && 'code' in cause && FULL.test(String(cause.code))) return refusal('disk_full')
  return null
}

/** Only where nobody has this data open; the shell or command that restores holds the till's own lock. */
const whileNobodyWorks = async <T>(
  dataFolder: string,
  work: () => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> => {
  const files = [
    dataPlaces(dataFolder).lock,
    path.join(dataFolder, 'sender.lock'),
    path.join(dataFolder, 'printer.lock'),
  ]
  const locks = files.map(takeProcessLock)
  try {
    return locks.includes(null) ? fail(refusal('till_is_running')) : await work()
  } finally {
    for (const lock of locks) lock?.release()
  }
}

/** With its logs, and the copies that its migration made. */
const removeDatabase = (file: string): void => {
  const folder = path.dirname(file)
  for (const name of readdirSync(folder).filter((each) => each.startsWith(path.basename(file))))
    rmSync(path.join(folder, name), { force: true })
}

/** By the marker, and by the database that is replaced where that is sound: then there is nothing in it that cannot be believed. */
const lastNumberKnown = (dataFolder: string): number => {
  const { database } = dataPlaces(dataFolder)
  const told = examineDatabase(database).kind === 'sound' ? lastNumberIn(database) : 0
  return Math.max(installationMarker(dataFolder).read()?.lastNumber ?? 0, told)
}

/** None where the disk does not give them: what can be restored without is restored. */
const secondRecordsIn = (dataFolder: string): readonly FoundSale[] => {
  try {
    const lines = lineFile(dataPlaces(dataFolder).saleBook).read()
    return lines.map(readSecondRecord).filter((record) => record !== null)
  } catch {
    return []
  }
}

const fill = (
  connection: Connection,
  source: Connection | null,
  { machine, clock, dataFolder, backup }: RestoreOrder,
) => {
  const stores = openStores(connection)
  const unitOfWork = sqliteUnitOfWork(connection)
  const installation = sqliteInstallation(connection)
  return unitOfWork.run(() => {
    const now = clock.now()
    const oldTag = installation.read()?.tag ?? ''
    const tag = randomTag()
    if (oldTag === '') {
      installation.install(tag, machine, now)
      if (source) salvageShop(source, connection)
    }
    const known = lastNumberKnown(dataFolder)
    const { sales, brought, missed, lastNumber } = salvage(
      { database: source, secondRecords: secondRecordsIn(dataFolder), knownNumber: known },
      connection,
      now,
    )
    installation.renew({ tag, installedAt: now, machine, firstNumber: lastNumber + 1 })
    const asked = recoverAfterRestore({ stores, unitOfWork, clock })()
    const facts = {
      backup: backup === null ? '' : path.basename(backup),
      old_tag: oldTag,
      tag,
      brought: brought.length,
      missed: missed.length,
      missed_numbers: missed.slice(0, 50).join(', '),
      asked,
    }
    installation.note('restored', facts, now)
    stores.journal.append({ kind: 'act', at: now, act: 'restored', externalRef: null, reason: 'restore', facts })
    return { sales, brought: brought.length, missed, asked, tag, lastNumber }
  })
}

const restore = async (order: RestoreOrder): Promise<RestoreReport> => {
  const { dataFolder, backup, clock, machine } = order
  const { database, salvage: workFolder } = dataPlaces(dataFolder)
  const prepared = preparedDatabase(dataFolder)
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  removeDatabase(prepared)
  try {
    if (backup !== null) await backUpDatabase(backup, prepared)
    const connection = openDatabase(prepared)
    const source = openForSalvage(database, workFolder, backup)
    try {
      const { lastNumber, ...filled } = fill(connection, source, order)
      closeAsOneFile(connection)
      source?.close()
      const aside = swapDatabase(dataFolder, stampOf(clock.now()))
      const { tag } = filled
      installationMarker(dataFolder).write({ tag, installedAt: clock.now(), machine, lastNumber, goodAt: clock.now() })
      return { backup, ...filled, aside }
    } finally {
      if (connection.open) connection.close()
      if (source?.open) source.close()
    }
  } finally {
    rmSync(workFolder, { recursive: true, force: true })
    if (!existsSync(path.join(dataFolder, 'restore.json'))) removeDatabase(prepared)
  }
}

/**
 * Goes back to a backup without losing what was sold after it: a database is made of the backup and of every later sale that can still be read from
 * the present one, under a new tag, with numbers above all that are known and with everything unfinished to be asked about first; then it takes the
 * present one's place, which is kept aside. Killed at any moment it leaves the one or the other, whole.
 */
export const restoreTill = (order: RestoreOrder): Promise<Result<RestoreReport, Refusal>> =>
  whileNobodyWorks(order.dataFolder, async () => {
    try {
      if (!finishSwap(order.dataFolder)) return fail(refusal('till_is_running'))
      if (order.backup !== null && !existsSync(order.backup)) return fail(refusal('backup_missing', 'file'))
      return ok(await restore(order))
    } catch (cause) {
      const refused = refusalOf(cause)
      if (refused === null) throw cause
      return fail(refused)
    }
  })
