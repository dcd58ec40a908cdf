import { z } from 'zod'
import type { Stores } from '#application/ports/stores.ts'
import { attemptDigest, documentDigest, saleDigest } from './digests.ts'
import { attemptRow } from './documents.ts'
import type { Finding } from './finding.ts'
import { BEFORE_THE_FIRST, journalRow, linkHash } from './journal.ts'
import type { Connection } from './open-database.ts'

const LINES = 'SELECT * FROM journal ORDER BY entry_id'
const ATTEMPT = 'SELECT * FROM attempt WHERE attempt_id = ?'
const BEGINNING = 'SELECT sale_number, attempt_id FROM journal_beginning'
const SALES = `
  SELECT s.sale_number AS id, d.external_ref FROM sale s JOIN fiscal_document d USING (sale_number)
   WHERE s.sale_number > ? ORDER BY s.sale_number`
const ATTEMPTS = `
  SELECT a.attempt_id AS id, d.external_ref FROM attempt a JOIN fiscal_document d USING (document_id)
   WHERE a.attempt_id > ? ORDER BY a.attempt_id`

const facts = z.looseObject({
  sale_number: z.int().optional(),
  sale: z.string().optional(),
  attempt_id: z.int().optional(),
  attempt: z.string().optional(),
  revision: z.int().optional(),
  request: z.string().optional(),
  document: z.string().optional(),
})
type Facts = z.output<typeof facts>

const beginning = z.object({ sale_number: z.int(), attempt_id: z.int() })
const named = z.object({ id: z.int(), external_ref: z.string() })

type Line = z.output<typeof journalRow>

const parseOrNull = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const finding = (code: string, externalRef: string | null, detail: string): Finding => ({ code, externalRef, detail })

/** What a line says of rows, held against the rows as they are now. */
const rowsOf = (connection: Connection, { sales, documents }: Stores) => {
  const attempt = connection.prepare(ATTEMPT)
  const attemptById = (id: number): string | null => {
    const found = attempt.get(id)
    return found === undefined ? null : attemptDigest(attemptRow.parse(found))
  }
  const saleOf = (ref: string): string | null => {
    const found = sales.find(ref)
    return found && saleDigest(found)
  }
  return function* changed(line: Line, told: Facts): Iterable<Finding> {
    const ref = line.externalRef ?? ''
    const at = `journal ${line.entryId}`
    if (told.sale !== undefined && saleOf(ref) !== told.sale) yield finding('sale_changed', ref, at)
    if (told.attempt !== undefined && attemptById(told.attempt_id ?? 0) !== told.attempt)
      yield finding('attempt_changed', ref, `${at}, attempt ${told.attempt_id}`)
    if (told.request === undefined) return
    const revision = told.revision ?? 1
    if (documents.findRequest(ref, revision)?.sha256 !== told.request)
      yield finding('request_changed', ref, `${at}, revision ${revision}`)
  }
}

/** Rows that the journal should know and does not. */
function* untold(
  connection: Connection,
  sql: string,
  after: number,
  known: ReadonlySet<number>,
  code: string,
): Iterable<Finding> {
  for (const row of connection.prepare(sql).iterate(after)) {
    const { id, external_ref } = named.parse(row)
    if (!known.has(id)) yield finding(code, external_ref, String(id))
  }
}

/**
 * Walks the journal: names its first broken link, every sale, request and attempt that is no longer what it was when it was written, every document
 * that is not as its last line left it, and what the journal does not know.
 */
export function* verifyJournal(connection: Connection, stores: Stores): Iterable<Finding> {
  const changed = rowsOf(connection, stores)
  const sales = new Set<number>()
  const attempts = new Set<number>()
  const lastSaid = new Map<string, string>()
  let previous = BEFORE_THE_FIRST
  let expected = 1
  let isWhole = true
  for (const row of connection.prepare(LINES).iterate()) {
    const parsed = journalRow.safeParse(row)
    const isLinked =
      parsed.success && parsed.data.entryId === expected && parsed.data.hash === linkHash(previous, parsed.data)
    if (isWhole && !isLinked) {
      isWhole = false
      yield finding('journal_broken', parsed.data?.externalRef ?? null, `first broken link: ${expected}`)
    }
    if (!parsed.success) continue
    const line = parsed.data
    previous = line.hash
    expected = line.entryId + 1
    const told = facts.safeParse(parseOrNull(line.facts))
    if (!told.success) continue
    yield* changed(line, told.data)
    if (told.data.sale_number !== undefined) sales.add(told.data.sale_number)
    if (told.data.attempt_id !== undefined) attempts.add(told.data.attempt_id)
    if (line.externalRef !== null && told.data.document !== undefined)
      lastSaid.set(line.externalRef, told.data.document)
  }
  for (const [ref, said] of lastSaid) {
    const document = stores.documents.find(ref)
    if (!document || documentDigest(document) !== said) yield finding('document_changed', ref, document?.state ?? '')
  }
  const began = beginning.parse(connection.prepare(BEGINNING).get())
  yield* untold(connection, SALES, began.sale_number, sales, 'sale_not_in_journal')
  yield* untold(connection, ATTEMPTS, began.attempt_id, attempts, 'attempt_not_in_journal')
}
