import path from 'node:path'
import { sqliteMonthBook } from '#adapters/sqlite/month-book.ts'
import type { Connection } from '#adapters/sqlite/open-database.ts'
import { monthZip } from '#adapters/system/month-zip.ts'
import { exportMonth } from '#application/archiving/export-month.ts'
import { type FileWish, wishForMonth } from '#application/archiving/wish-for-month.ts'
import type { FileArchive } from '#application/ports/file-archive.ts'
import type { Month } from '#application/ports/month-book.ts'
import type { Stores } from '#application/ports/stores.ts'
import type { Clock, UnitOfWork } from '#application/ports/system.ts'
import type { EngineConfig } from './config.ts'
import type { Shop } from './shop-settings.ts'

type Dependencies = {
  readonly config: EngineConfig
  readonly connection: Connection
  readonly shop: Shop
  readonly stores: Stores
  readonly unitOfWork: UnitOfWork
  readonly archive: FileArchive
  readonly clock: Clock
}

/** What an accountant gets of a month, and what of it has still to come. */
export const assembleMonth = ({ config, connection, shop, stores, unitOfWork, archive, clock }: Dependencies) => {
  const monthBook = sqliteMonthBook(connection)
  const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))
  const wish = (wishes: readonly FileWish[]): void =>
    unitOfWork.run(() => {
      for (const each of wishes) stores.files.want({ ...each, dueAt: clock.now(), tries: 0 })
    })
  return {
    /** Where the ZIP of a month goes unless told. */
    monthFile: (month: Month): string => {
      const { storeCode, tillCode } = shop.settings()
      return path.join(config.dataFolder, 'exports', `${storeCode}-${tillCode}-${month}.zip`)
    },
    exportMonth: exportMonth({
      stores,
      archive,
      monthBook,
      clock,
      openZip: monthZip,
      encode: (text) => Buffer.from(text, 'utf8'),
      breathe,
      wish,
    }),
    wishForMonth: wishForMonth({ stores, monthBook, breathe, wish }),
  }
}
