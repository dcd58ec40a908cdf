import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { examineDatabase, isMissing, lastNumberIn } from '#adapters/sqlite/examine-database.ts'
import { SET_ASIDE } from '#adapters/sqlite/swap-database.ts'
import { installationMarker } from '#adapters/system/installation-marker.ts'
import type { Instant } from '#domain/clock/local-time.ts'
import { dataPlaces } from './data-places.ts'

/** Why the data cannot be opened as it is. */
export type DataTrouble = {
  readonly code: 'database_missing' | 'database_damaged' | 'database_behind'
  readonly file: string
  /** What was looked at when it showed. */
  readonly check: 'file' | 'header' | 'pages' | 'disk' | 'numbers'
  readonly detail: string
  /** When it was last known to be whole. */
  readonly goodAt: Instant | null
  /** The highest running number that is known to have been used. */
  readonly lastNumber: number
}

const hasAny = (folder: string): boolean => existsSync(folder) && readdirSync(folder).length > 0

/** Whether a till was ever installed here: its marker, its backups, its archived files, its newest sales or a database that was set aside. */
const wasInstalled = (dataFolder: string): boolean => {
  const { backups, archive, saleBook } = dataPlaces(dataFolder)
  const isTold = installationMarker(dataFolder).exists() || existsSync(saleBook)
  return isTold || [backups, archive, path.join(dataFolder, SET_ASIDE)].some(hasAny)
}

const troubleAt = (dataFolder: string, trouble: Pick<DataTrouble, 'code' | 'check' | 'detail'>): DataTrouble => {
  const marker = installationMarker(dataFolder).read()
  return {
    ...trouble,
    file: dataPlaces(dataFolder).database,
    goodAt: marker?.goodAt ?? null,
    lastNumber: marker?.lastNumber ?? 0,
  }
}

/** No database where there was one is missing, not new; null where there is one, or where nothing ever was. */
export const missingData = (dataFolder: string): DataTrouble | null =>
  wasInstalled(dataFolder) && isMissing(dataPlaces(dataFolder).database)
    ? troubleAt(dataFolder, { code: 'database_missing', check: 'file', detail: '' })
    : null

/** A database that ends before the last sale that the marker knows of: its log is gone, or an older copy was put in its place. */
export const behindData = (dataFolder: string, lastNumber: number): DataTrouble | null => {
  const marker = installationMarker(dataFolder).read()
  return marker !== null && lastNumber < marker.lastNumber
    ? troubleAt(dataFolder, {
        code: 'database_behind',
        check: 'numbers',
        detail: `${lastNumber} < ${marker.lastNumber}`,
      })
    : null
}

/** Reads every page of the till's database before it is opened; null where it is sound and has all that is known, or where the till is new. */
export const examineData = (dataFolder: string): DataTrouble | null => {
  const { database } = dataPlaces(dataFolder)
  const examined = examineDatabase(database)
  switch (examined.kind) {
    case 'missing':
      return missingData(dataFolder)
    case 'damaged':
      return troubleAt(dataFolder, { code: 'database_damaged', check: examined.check, detail: examined.detail })
    case 'sound':
      return behindData(dataFolder, lastNumberIn(database))
  }
}
