import Database from 'better-sqlite3'
import { z } from 'zod'
import type { Connection } from './open-database.ts'

export type Row = Readonly<Record<string, unknown>>

/** Without an end that can be read, so many rows in a row that are not there are taken for the end. */
const MISSES_AT_THE_END = 500

/** What a damaged page keeps from being read is null. */
const readable = <T>(read: () => T): T | null => {
  try {
    return read()
  } catch (cause) {
    if (cause instanceof Database.SqliteError) return null
    throw cause
  }
}

const documentKey = z.object({ document_id: z.int(), sale_number: z.int() })

export type KeyRange = {
  readonly after: number
  /** Up to here there are rows. */
  readonly surely: number
  /** What claims to lie beyond is damage. */
  readonly most: number
}

/** Rows of a database that may be damaged, each asked for by its key, so that one bad page hides no other. */
export const salvageReader = (connection: Connection) => {
  const rows = (sql: string, key: number): readonly Row[] | null =>
    readable(() => connection.prepare(sql).all(key) as Row[])

  /** As many as can be read in one walk. */
  const walk = (sql: string): readonly Row[] => {
    const found: Row[] = []
    readable(() => {
      for (const row of connection.prepare(sql).iterate()) found.push(row as Row)
    })
    return found
  }

  /** Every row after a key: up to `surely` all are asked for, and beyond it as far as the table says, where that can be believed. */
  function* byKey(table: string, column: string, { after, surely, most }: KeyRange): Iterable<Row> {
    const last = readable(() =>
      z
        .int()
        .nullable()
        .parse(connection.prepare(`SELECT max(${column}) FROM ${table}`).pluck().get()),
    )
    const isKnown = last !== null && last <= most
    const one = `SELECT * FROM ${table} WHERE ${column} = ?`
    let misses = 0
    for (let key = after + 1; key <= most; key += 1) {
      if (key > surely && (isKnown ? key > last : misses >= MISSES_AT_THE_END)) return
      const [row] = rows(one, key) ?? []
      misses = row === undefined ? misses + 1 : 0
      if (row !== undefined) yield row
    }
  }

  return {
    everything: (table: 'setting' | 'product'): readonly Row[] => walk(`SELECT * FROM ${table}`),
    sales: (range: KeyRange) => byKey('sale', 'sale_number', range),
    /** By sale: found by their own key, so that a damaged index hides none. */
    documents: (range: KeyRange): ReadonlyMap<number, Row> => {
      const found = new Map<number, Row>()
      for (const row of byKey('fiscal_document', 'document_id', range)) {
        const key = documentKey.safeParse(row)
        if (key.success) found.set(key.data.sale_number, row)
      }
      return found
    },
    /** Documents whose cancellation was asked for. */
    cancelled: (): readonly Row[] => walk("SELECT * FROM fiscal_document WHERE state IN ('cancelling', 'cancelled')"),
    /** Requests that were made by a correction, each with the ref of its document. */
    corrections: (): readonly Row[] =>
      walk(
        'SELECT f.*, d.external_ref, d.customer FROM frozen_request f JOIN fiscal_document d USING (document_id) WHERE f.revision > 1 ORDER BY f.document_id, f.revision',
      ),
    /** What was paid too much or too little, and how it was settled. */
    settled: (): readonly Row[] =>
      walk('SELECT u.*, d.external_ref FROM due_settlement u JOIN fiscal_document d USING (document_id)'),
    lines: (saleNumber: number) => rows('SELECT * FROM sale_line WHERE sale_number = ? ORDER BY position', saleNumber),
    tenders: (saleNumber: number) =>
      rows('SELECT * FROM sale_tender WHERE sale_number = ? ORDER BY position', saleNumber),
    requests: (documentId: number) =>
      rows('SELECT * FROM frozen_request WHERE document_id = ? ORDER BY revision', documentId),
    /** The history of a document is worth having and nothing depends on it: none where it cannot be read. */
    attempts: (documentId: number) =>
      rows('SELECT * FROM attempt WHERE document_id = ? ORDER BY attempt_id', documentId) ?? [],
  }
}

export type SalvageReader = ReturnType<typeof salvageReader>
