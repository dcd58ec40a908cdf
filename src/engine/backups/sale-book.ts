import { z } from 'zod'
import type { Connection } from '#adapters/sqlite/open-database.ts'
import { secondRecords } from '#adapters/sqlite/second-record.ts'
import type { Log } from '#adapters/system/json-log.ts'
import { lineFile } from '#adapters/system/line-file.ts'
import { dataPlaces } from '../rescue/data-places.ts'

type Dependencies = {
  readonly connection: Connection
  readonly dataFolder: string
  readonly log: Log
  /** The last numbers of the verified backups, the newest first. */
  readonly backedUp: () => readonly number[]
}

/** So many in one look, which never holds up a sale. */
const AT_ONCE = 200
/** Without so many backups, no more than these. */
const MOST = 20_000
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
export const createSaleBook = ({ connection, dataFolder, log, backedUp }: Dependencies) => {
  const file = lineFile(dataPlaces(dataFolder).saleBook)
  const records = secondRecords(connection)
  let last: number | null = null
  let isTold = false
  let isOwn = false
  /** Up to here it is not needed. */
  const floor = (): number => Math.max(backedUp()[BACKUPS_ENOUGH - 1] ?? 0, records.lastNumber() - MOST)
  const guarded = (work: () => void): void => {
    try {
      work()
      isTold = false
    } catch (cause) {
      if (!isTold) log('warn', 'sale_book_trouble', { cause })
      isTold = true
    }
  }
  return {
    /** Adds what was sold since the last time. */
    follow: (): void =>
      guarded(() => {
        last ??= file.read().reduce((highest, line) => Math.max(highest, numberOf(line)), floor())
        const fresh = records.after(last, AT_ONCE)
        if (fresh.length > 0) file.append(fresh.map(({ text }) => text))
        last = fresh.at(-1)?.number ?? last
      }),
    /** This process holds the till: only one takes anything off. */
    own: (): void => {
      isOwn = true
    },
    /** Takes off what enough verified backups have. */
    trim: (): void =>
      guarded(() => {
        if (!isOwn) return
        const unneeded = floor()
        const lines = file.read()
        const needed = lines.filter((line) => numberOf(line) > unneeded)
        if (needed.length < lines.length) file.replace(needed)
      }),
  }
}
