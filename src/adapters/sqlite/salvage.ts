import Database from 'better-sqlite3'
import { z } from 'zod'
import type { Instant } from '#domain/clock/local-time.ts'
import { insertRow } from './insert-row.ts'
import type { Connection } from './open-database.ts'
import { openStores } from './open-stores.ts'
import { cancelReplaced, salvageChanges } from './salvage-changes.ts'
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

/** By their numbers, each once: a till that died while it wrote one writes it again. */
const inOrder = (records: readonly FoundSale[], after: number, most: number) => {
  const byNumber = new Map(records.map((record) => [key.parse(record.document).sale_number, record]))
  return [...byNumber]
    .map(([number, record]) => ({ number, record }))
    .filter(({ number }) => number > after && number <= most)
    .sort((left, right) => left.number - right.number)
}

type Sources = {
  /** The database that is replaced; null where nothing of it could be opened. */
  readonly database: Connection | null
  /** What is recorded of the newest sales elsewhere. */
  readonly secondRecords: readonly FoundSale[]
  /** The highest running number that is known from elsewhere. */
  readonly knownNumber: number
}

/**
 * Brings over what a damaged (or merely newer) database has of sales after the target's last, one by one and only whole, and what it has not
 * from their second records; in the caller's transaction.
 */
export const salvage = (
  { database: source, secondRecords, knownNumber }: Sources,
  target: Connection,
  now: Instant,
): Salvaged => {
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
  const waiting = inOrder(secondRecords, lastNumber, mostSales)
  /** Second records of numbers below this one: a day's sales are a range of numbers, so all are brought over in order. */
  const bringUpTo = (end: number): void => {
    for (let next = waiting[0]; next && next.number < end; next = waiting[0]) {
      waiting.shift()
      see(next.number)
      if (brought.at(-1) !== next.number && bring(next.record)) brought.push(next.number)
    }
  }
  for (const sale of reader?.sales({ after: lastNumber, surely: highest, most: mostSales }) ?? []) {
    const parsed = numbered.safeParse(sale)
    if (!parsed.success) continue
    const number = parsed.data.sale_number
    see(number)
    bringUpTo(number)
    const document = documents.get(number)
    const whole = reader && document ? found(reader, sale, document) : null
    if (whole && bring(whole)) brought.push(number)
    bringUpTo(number + 1)
  }
  bringUpTo(Number.POSITIVE_INFINITY)
  if (reader) salvageChanges(reader, target, stores, now)
  cancelReplaced(target, stores, now)
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
