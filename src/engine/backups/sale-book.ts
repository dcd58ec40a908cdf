import { z } from 'zod'
import type { Connection } from '#adapters/sqlite/open-database.ts'
import { secondRecords } from '#adapters/sqlite/second-record.ts'
import type { Log } from '#adapters/system/json-log.ts'
import { lineFile } from '#adapters/system/line-file.ts'
import { dataPlaces } from '../rescue/data-places.ts'

type Dependencies = { readonly connection: Connection; readonly dataFolder: string; readonly log: Log }

const AT_ONCE = 200
/** Sales that are in so many backups are taken off. */
const BACKUPS_ENOUGH = 3

const numbered = z.object({ sale: z.object({ sale_number: z.int() }) })

const numberOf = (line: string): number => {
  try {
    return numbered.parse(JSON.parse(line)).sale.sale_number
  } catch {
    return 0
  }
}

/**
 * A second record of the newest sales, in a file beside the database, so that a page of it that goes bad takes none with it.
 * Decided: written within a second and off the sale's path, because it guards against damage, not against the power going; and only as far back as
 * the third newest backup. What goes wrong here is told once and stops nothing.
 */
export const createSaleBook = ({ connection, dataFolder, log }: Dependencies) => {
  const file = lineFile(dataPlaces(dataFolder).saleBook)
  const records = secondRecords(connection)
  let last: number | null = null
  let isTold = false
  const guarded = (work: () => void): void => {
    try {
      work()
      isTold = false
    } catch (cause) {
      last = null
      if (!isTold) log('warn', 'sale_book_trouble', { cause })
      isTold = true
    }
  }
  return {
    /** Adds what was sold since the last time. */
    follow: (): void =>
      guarded(() => {
        last ??= Math.max(0, ...file.read().map(numberOf))
        for (let fresh = records.after(last, AT_ONCE); fresh.length > 0; fresh = records.after(last, AT_ONCE)) {
          file.append(fresh.map(({ text }) => text))
          last = fresh.at(-1)?.number ?? last
        }
      }),
    /** Takes off what enough verified backups have; `lastNumbers` of these, the newest first. */
    trim: (lastNumbers: readonly number[]): void =>
      guarded(() => {
        const kept = lastNumbers[BACKUPS_ENOUGH - 1] ?? 0
        const lines = file.read()
        const needed = lines.filter((line) => numberOf(line) > kept)
        if (needed.length < lines.length) file.replace(needed)
      }),
  }
}
