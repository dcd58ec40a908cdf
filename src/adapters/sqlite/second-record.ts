import { z } from 'zod'
import type { Connection } from './open-database.ts'
import type { FoundSale } from './salvage-sale.ts'

const row = z.record(z.string(), z.unknown())
const found = z.object({
  sale: row,
  lines: z.array(row),
  tenders: z.array(row),
  document: z.looseObject({ sale_number: z.int(), document_id: z.int() }),
  requests: z.array(row),
  attempts: z.array(row),
})
const keys = z.object({ sale_number: z.int(), document_id: z.int() })

/** What a second record has of a sale, from its text; null where that is none. */
export const readSecondRecord = (text: string): FoundSale | null => {
  try {
    return found.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** Sales as their rows, so that a restore brings them over as it would from a database; what happened to them since is asked of the API. */
export const secondRecords = (connection: Connection) => {
  const documents = connection.prepare(
    'SELECT * FROM fiscal_document WHERE sale_number > ? ORDER BY sale_number LIMIT ?',
  )
  const sale = connection.prepare('SELECT * FROM sale WHERE sale_number = ?')
  const lines = connection.prepare('SELECT * FROM sale_line WHERE sale_number = ? ORDER BY position')
  const tenders = connection.prepare('SELECT * FROM sale_tender WHERE sale_number = ? ORDER BY position')
  const requests = connection.prepare('SELECT * FROM frozen_request WHERE document_id = ? ORDER BY revision')
  const lastNumber = connection.prepare('SELECT coalesce(max(sale_number), 0) FROM sale').pluck()
  return {
    lastNumber: (): number => z.int().parse(lastNumber.get()),
    /** Of up to `most` sales after this number, in order. */
    after: (number: number, most: number): readonly { readonly number: number; readonly text: string }[] =>
      documents.all(number, most).map((document) => {
        const { sale_number, document_id } = keys.parse(document)
        const record = {
          sale: sale.get(sale_number),
          lines: lines.all(sale_number),
          tenders: tenders.all(sale_number),
          document,
          requests: requests.all(document_id),
          attempts: [],
        }
        return { number: sale_number, text: JSON.stringify(found.parse(record)) }
      }),
  }
}
