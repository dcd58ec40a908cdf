import { z } from 'zod'
import type { DocumentList, DocumentQuery, DocumentSummary } from '#application/ports/document-list.ts'
import { DOCUMENT_STATES } from '#domain/document/document-state.ts'
import { remarksColumn } from './columns.ts'
import type { Connection } from './open-database.ts'

const SELECT = `
  SELECT d.external_ref, d.sale_number, d.state, d.total_cents, d.created_at, d.customer ->> 'name' AS customer_name,
         d.control_number, d.remarks, d.amounts_differ,
         CASE WHEN o.state IN ('due', 'claimed') THEN o.due_at END AS next_try_at,
         (SELECT count(*) FROM attempt a WHERE a.document_id = d.document_id AND a.call IN ('post', 'status')) AS attempts
    FROM fiscal_document d JOIN outbox o ON o.entry_id = d.document_id`

/** Waiting documents are few among many: their partial index is the one to walk. */
const pageSql = (states: readonly string[], searched: boolean): string => `
  ${SELECT}
   WHERE d.document_id < :before
     ${states.length < DOCUMENT_STATES.length ? `AND d.state IN (${states.map((state) => `'${state}'`).join(', ')})` : ''}
     ${states.length > 0 && !states.includes('stamped') ? `AND d.state <> 'stamped'` : ''}
     ${searched ? `AND (d.external_ref LIKE :text OR d.control_number LIKE :text OR d.customer ->> 'name' LIKE :text)` : ''}
   ORDER BY d.document_id DESC LIMIT :most`

const COUNTS = `SELECT state, count(*) AS count FROM fiscal_document WHERE state <> 'stamped' GROUP BY state`
const STAMPED = `SELECT (SELECT count(*) FROM fiscal_document) - (SELECT count(*) FROM fiscal_document WHERE state <> 'stamped')`
const OLDEST = `
  SELECT min(created_at) FROM fiscal_document WHERE state <> 'stamped' AND state IN ('pending', 'unknown')`
const NEWEST_ISSUED = `SELECT state FROM fiscal_document WHERE issued_at IS NOT NULL ORDER BY document_id DESC LIMIT 1`

const row = z
  .object({
    external_ref: z.string(),
    sale_number: z.int(),
    state: z.enum(DOCUMENT_STATES),
    total_cents: z.int(),
    created_at: z.int(),
    customer_name: z.string().nullable(),
    control_number: z.string().nullable(),
    remarks: remarksColumn,
    amounts_differ: z.int(),
    next_try_at: z.int().nullable(),
    attempts: z.int(),
  })
  .transform(
    (found): DocumentSummary => ({
      externalRef: found.external_ref,
      saleNumber: found.sale_number,
      state: found.state,
      total: found.total_cents,
      createdAt: found.created_at,
      customerName: found.customer_name,
      controlNumber: found.control_number,
      attempts: found.attempts,
      nextTryAt: found.next_try_at,
      remarks: found.remarks,
      amountsDiffer: found.amounts_differ === 1,
    }),
  )

const likeText = (text: string): string => `%${text.replaceAll(/[%_]/g, '')}%`

export const sqliteDocumentList = (connection: Connection): DocumentList => {
  const summary = connection.prepare(`${SELECT} WHERE d.external_ref = ?`)
  const counts = connection.prepare(COUNTS)
  const stamped = connection.prepare(STAMPED).pluck()
  const oldest = connection.prepare(OLDEST).pluck()
  const newestIssued = connection.prepare(NEWEST_ISSUED).pluck()
  const page = ({ states, text, before, most }: DocumentQuery) =>
    connection.prepare(pageSql(states, text !== null)).all({
      before: before ?? Number.MAX_SAFE_INTEGER,
      most,
      ...(text !== null && { text: likeText(text) }),
    })
  return {
    page: (query) => z.array(row).parse(page(query)),
    summary: (externalRef) => {
      const found = summary.get(externalRef)
      return found === undefined ? null : row.parse(found)
    },
    counts: () => {
      const found = z.array(z.object({ state: z.enum(DOCUMENT_STATES), count: z.int() })).parse(counts.all())
      return {
        pending: 0,
        unknown: 0,
        contingency: 0,
        rejected: 0,
        refused: 0,
        alarm: 0,
        ...Object.fromEntries(found.map(({ state, count }) => [state, count])),
        stamped: z.int().parse(stamped.get()),
      }
    },
    oldestWaitingAt: () => z.int().nullable().parse(oldest.get()),
    newestIssuedState: () =>
      z
        .enum(DOCUMENT_STATES)
        .nullable()
        .parse(newestIssued.get() ?? null),
  }
}
