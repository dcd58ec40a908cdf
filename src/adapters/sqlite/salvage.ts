import Database from 'better-sqlite3'
import { z } from 'zod'
import type { Instant } from '#domain/clock/local-time.ts'
import { insertRow } from './insert-row.ts'
import type { Connection } from './open-database.ts'
import { openStores } from './open-stores.ts'
import { salvageChanges } from './salvage-changes.ts'
import { type Row, type SalvageReader, salvageReader } from './salvage-reader.ts'
import { type FoundSale, NotWhole, salvageSale } from './salvage-sale.ts'

export type Salvaged = {
  /** Sales that the target had before. */
  readonly sales: number
  /** Running numbers of the sales that were brought over. */
  readonly brought: readonly number[]
  /** Running numbers that are known to have been used and could not be. */
  readonly missed: readonly number[]
  /** The highest running number that is known to have been used. */
  readonly lastNumber: number
}

/** Sales that may have been made between two looks of the marker. */
const FEW = 1_000
/** Without a marker: more sales than a till makes between two backups. */
const MANY = 1_000_000

const key = z.object({ document_id: z.int(), sale_number: z.int() })
const numbered = z.object({ sale_number: z.int() })

const found = (reader: SalvageReader, sale: Row, document: Row): FoundSale | null => {
  const { document_id, sale_number } = key.parse(document)
  const [lines, tenders, requests] = [
    reader.lines(sale_number),
    reader.tenders(sale_number),
    reader.requests(document_id),
  ]
  if (lines === null || tenders === null || requests === null) return null
  return { sale, lines, tenders, document, requests, attempts: reader.attempts(document_id) }
}

/**
 * Brings over what a damaged (or merely newer) database has of sales after the target's last, one by one and only whole; in the caller's
 * transaction. `knownNumber` is the highest number that is known from elsewhere; `source` is null where nothing of it could be opened.
 */
export const salvage = (source: Connection | null, target: Connection, knownNumber: number, now: Instant): Salvaged => {
  const one = (sql: string): number => z.int().parse(target.prepare(sql).pluck().get())
  const lastNumber = one(
    'SELECT max(coalesce((SELECT max(sale_number) FROM sale), 0), coalesce((SELECT first_number FROM installation) - 1, 0))',
  )
  const sales = one('SELECT count(*) FROM sale')
  const lastDocument = one('SELECT coalesce(max(document_id), 0) FROM fiscal_document')
  const stores = openStores(target)
  const reader = source && salvageReader(source)
  // The marker is never far behind: a number far beyond it is damage.
  const mostSales = knownNumber > 0 ? Math.max(knownNumber, lastNumber) + FEW : lastNumber + MANY
  const mostDocuments = lastDocument + (mostSales - lastNumber)
  const documents =
    reader?.documents({ after: lastDocument, surely: lastDocument, most: mostDocuments }) ?? new Map<number, Row>()
  let highest = Math.max(knownNumber, lastNumber)
  const see = (number: number): void => {
    if (number > highest && number <= mostSales) highest = number
  }
  for (const number of documents.keys()) see(number)
  const brought: number[] = []
  const bring = (whole: FoundSale): boolean => {
    try {
      target.transaction(() => salvageSale(target, stores, whole, now))()
      return true
    } catch (cause) {
      if (cause instanceof NotWhole || cause instanceof Database.SqliteError || cause instanceof z.ZodError)
        return false
      throw cause
    }
  }
  for (const sale of reader?.sales({ after: lastNumber, surely: highest, most: mostSales }) ?? []) {
    const parsed = numbered.safeParse(sale)
    if (!parsed.success) continue
    see(parsed.data.sale_number)
    const document = documents.get(parsed.data.sale_number)
    const whole = reader && document ? found(reader, sale, document) : null
    if (whole && bring(whole)) brought.push(parsed.data.sale_number)
  }
  if (reader) salvageChanges(reader, target, stores, now)
  const have = new Set(brought)
  const missed = Array.from({ length: highest - lastNumber }, (_, index) => lastNumber + 1 + index).filter(
    (number) => !have.has(number),
  )
  return { sales, brought, missed, lastNumber: highest }
}

/** The shop's settings and catalogue, into a new database that has none; what cannot be read is set anew by the shop. */
export const salvageShop = (source: Connection, target: Connection): void => {
  const reader = salvageReader(source)
  for (const table of ['setting', 'product'] as const)
    for (const row of reader.everything(table))
      try {
        insertRow(target, table, row)
      } catch (cause) {
        if (!(cause instanceof Database.SqliteError)) throw cause
      }
}
