import { z } from 'zod'
import type { Stores } from '#application/ports/stores.ts'
import type { Instant } from '#domain/clock/local-time.ts'
import { DOCUMENT_TYPES } from '#domain/document/document-type.ts'
import { type FiscalDocument, type FrozenRequest, NOTHING_TOLD } from '#domain/document/fiscal-document.ts'
import { totalsOf } from '#domain/sale/totals.ts'
import { customerColumn, originOf, originRelation } from './columns.ts'
import { sha256 } from './digests.ts'
import { attemptRow } from './documents.ts'
import { insertRow } from './insert-row.ts'
import type { Connection } from './open-database.ts'
import type { Row } from './salvage-reader.ts'

/** Everything that was found of one sale. */
export type FoundSale = {
  readonly sale: Row
  readonly lines: readonly Row[]
  readonly tenders: readonly Row[]
  readonly document: Row
  readonly requests: readonly Row[]
  readonly attempts: readonly Row[]
}

/** What was read does not hold together: it is not brought over, and is said to be missing. */
export class NotWhole extends Error {}

const documentRow = z.object({
  document_id: z.int(),
  external_ref: z.string(),
  sale_number: z.int(),
  doc_type: z.enum(DOCUMENT_TYPES),
  state: z.string().catch('pending'),
  total_cents: z.int(),
  withheld_cents: z.int().default(0),
  origin_relation: originRelation.nullable().default(null),
  origin_ref: z.string().nullable().default(null),
  business_date: z.string(),
  created_at: z.int(),
  customer: customerColumn,
  revision: z.int(),
})

const requestRow = z.object({ revision: z.int(), body: z.string(), sha256: z.string(), frozen_at: z.int() })

const need = (holds: boolean, what: string): void => {
  if (!holds) throw new NotWhole(what)
}

const parsed = <T extends z.ZodType>(shape: T, row: unknown): z.output<T> => {
  const result = shape.safeParse(row)
  if (!result.success) throw new NotWhole(result.error.message)
  return result.data
}

const refIn = (body: string): unknown => {
  try {
    return z.object({ external_ref: z.string() }).parse(JSON.parse(body)).external_ref
  } catch {
    return null
  }
}

const amountsOf = (rows: readonly Row[]): number =>
  rows.reduce((sum, row) => sum + parsed(z.object({ amount_cents: z.int() }), row).amount_cents, 0)

/** As it was at the sale: what has become of it since is asked of the API. What waits for another's cancellation waits on, and what was withdrawn stays so. */
const documentAtTheSale = (row: z.output<typeof documentRow>): FiscalDocument => ({
  externalRef: row.external_ref,
  docType: row.doc_type,
  state: row.state === 'awaiting' || row.state === 'withdrawn' ? row.state : 'pending',
  total: row.total_cents,
  withheld: row.withheld_cents,
  origin: originOf(row),
  businessDate: row.business_date,
  createdAt: row.created_at,
  customer: row.customer,
  revision: row.revision,
  ...NOTHING_TOLD,
})

const PLACES = {
  pending: { state: 'due', step: 'send' },
  awaiting: { state: 'parked', step: 'park' },
  withdrawn: { state: 'settled', step: 'settle' },
} as const

/**
 * Brings one sale into another database, with its document, its requests and its history; in the caller's transaction.
 * @throws NotWhole where the request does not fit its SHA-256, or lines, tenders and totals do not add up; SqliteError where the schema refuses it.
 */
export const salvageSale = (connection: Connection, stores: Stores, found: FoundSale, now: Instant): void => {
  const row = parsed(documentRow, found.document)
  const requests = found.requests.map((request) => parsed(requestRow, request))
  for (const { body, sha256: hash } of requests) need(sha256(body) === hash, 'a request does not fit its hash')
  need(
    requests.every(({ body }) => refIn(body) === row.external_ref),
    'a request of another document',
  )
  const [first] = requests
  if (first === undefined || first.revision !== 1 || requests.at(-1)?.revision !== row.revision)
    throw new NotWhole('a request is missing')

  insertRow(connection, 'sale', found.sale)
  for (const line of found.lines) insertRow(connection, 'sale_line', line)
  for (const tender of found.tenders) insertRow(connection, 'sale_tender', tender)
  const document = documentAtTheSale(row)
  stores.documents.insert(document, row.sale_number)

  const sale = stores.sales.find(row.external_ref)
  if (sale === null) throw new NotWhole('a document of another sale')
  const { total } = totalsOf(sale.lines, sale.docType)
  need(total === sale.totals.total && total === row.total_cents, 'the lines do not add up')
  need(amountsOf(found.lines) === total, 'the lines do not add up')
  const paid = amountsOf(found.tenders) - sale.settlement.change
  need(paid <= total && paid >= total - sale.withheld, 'the tenders do not add up')

  const frozen = ({ revision, body, sha256: hash }: (typeof requests)[number]): FrozenRequest => ({
    revision,
    body,
    sha256: hash,
  })
  for (const request of requests) stores.documents.freeze(row.external_ref, frozen(request), request.frozen_at)
  stores.outbox.insert({
    externalRef: row.external_ref,
    ...PLACES[document.state === 'awaiting' || document.state === 'withdrawn' ? document.state : 'pending'],
    lane: 'backlog',
    dueAt: now,
    tries: 0,
  })
  stores.journal.append({ kind: 'sale', at: now, sale, document, request: frozen(first) })
  for (const request of requests.slice(1))
    stores.journal.append({
      kind: 'act',
      at: now,
      act: 'correction_salvaged',
      externalRef: row.external_ref,
      reason: 'restore',
      document,
      request: frozen(request),
    })
  for (const each of found.attempts) {
    const attempt = parsed(attemptRow, each)
    const attemptId = stores.documents.addAttempt(row.external_ref, attempt)
    stores.journal.append({ kind: 'answer', at: now, document, attemptId, attempt })
  }
}
