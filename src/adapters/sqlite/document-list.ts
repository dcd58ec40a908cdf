import { z } from 'zod'
import type { DocumentList, DocumentPage, DocumentQuery, DocumentSummary } from '#application/ports/document-list.ts'
import { DOCUMENT_STATES } from '#domain/document/document-state.ts'
import { DOCUMENT_TYPES } from '#domain/document/document-type.ts'
import { identityDocumentColumn, originOf, originRelation, remarksColumn } from './columns.ts'
import { documentCounts } from './document-counts.ts'
import { documentWalks } from './document-walks.ts'
import type { Connection } from './open-database.ts'

/** As `dueDifference` reckons it; both are nothing where nothing is withheld, so that most rows are spared the look at their tenders. */
const DUE_DIFFERENCE = `
  CASE WHEN d.reported_withheld_cents IS NOT NULL AND d.withheld_cents + d.reported_withheld_cents > 0 AND d.doc_type <> '05'
        AND d.state IN ('stamped', 'contingency')
        AND NOT EXISTS (SELECT 1 FROM due_settlement u WHERE u.document_id = d.document_id)
       THEN (SELECT sum(t.amount_cents) FROM sale_tender t WHERE t.sale_number = d.sale_number)
          - (SELECT s.change_cents FROM sale s WHERE s.sale_number = d.sale_number) - d.total_cents + d.reported_withheld_cents
       ELSE 0 END`

const SELECT = `
  SELECT d.external_ref, d.sale_number, d.doc_type, d.origin_relation, d.origin_ref, d.state, d.total_cents, d.withheld_cents,
         d.reported_withheld_cents, ${DUE_DIFFERENCE} AS due_difference, d.business_date, d.created_at, d.customer ->> 'name' AS customer_name,
         d.customer -> 'document' AS customer_document,
         d.control_number, d.generation_code, d.reception_stamp, d.issued_at, d.fiscal_date, d.reported_gross_cents,
         d.remarks, d.amounts_differ,
         CASE WHEN o.state IN ('due', 'claimed') THEN o.due_at END AS next_try_at,
         (SELECT count(*) FROM attempt a WHERE a.document_id = d.document_id AND a.call IN ('post', 'status')) AS attempts
    FROM fiscal_document d JOIN outbox o ON o.entry_id = d.document_id`

const BY_REF = `${SELECT} WHERE d.external_ref = ?`

/** One document that a walk found, where it is what was asked for. */
const FITTING = `
  ${SELECT}
   WHERE d.document_id = :id AND instr(:states, ' ' || d.state || ' ')
     AND (:docType IS NULL OR d.doc_type = :docType)
     AND (:totalFrom IS NULL OR d.total_cents >= :totalFrom) AND (:totalTo IS NULL OR d.total_cents <= :totalTo)
     AND (:from IS NULL OR d.business_date >= :from) AND (:to IS NULL OR d.business_date <= :to)`

/** So many documents are looked at for one page and no more, so that no question holds up a sale. */
const MOST_LOOKED_AT = 500

const row = z
  .object({
    external_ref: z.string(),
    sale_number: z.int(),
    doc_type: z.enum(DOCUMENT_TYPES),
    origin_relation: originRelation.nullable(),
    origin_ref: z.string().nullable(),
    withheld_cents: z.int(),
    reported_withheld_cents: z.int().nullable(),
    due_difference: z.int(),
    state: z.enum(DOCUMENT_STATES),
    total_cents: z.int(),
    business_date: z.string(),
    created_at: z.int(),
    customer_name: z.string().nullable(),
    customer_document: identityDocumentColumn,
    control_number: z.string().nullable(),
    generation_code: z.string().nullable(),
    reception_stamp: z.string().nullable(),
    issued_at: z.int().nullable(),
    fiscal_date: z.string().nullable(),
    reported_gross_cents: z.int().nullable(),
    remarks: remarksColumn,
    amounts_differ: z.int(),
    next_try_at: z.int().nullable(),
    attempts: z.int(),
  })
  .transform(
    (found): DocumentSummary => ({
      externalRef: found.external_ref,
      saleNumber: found.sale_number,
      docType: found.doc_type,
      origin: originOf(found),
      withheld: found.withheld_cents,
      reportedWithheld: found.reported_withheld_cents,
      dueDifference: found.due_difference,
      state: found.state,
      total: found.total_cents,
      businessDate: found.business_date,
      createdAt: found.created_at,
      customerName: found.customer_name,
      customerDocument: found.customer_document,
      controlNumber: found.control_number,
      generationCode: found.generation_code,
      receptionStamp: found.reception_stamp,
      issuedAt: found.issued_at,
      fiscalDate: found.fiscal_date,
      reportedTotal: found.reported_gross_cents,
      attempts: found.attempts,
      nextTryAt: found.next_try_at,
      remarks: found.remarks,
      amountsDiffer: found.amounts_differ === 1,
    }),
  )

const stepRows = z.array(z.object({ id: z.int(), key: z.union([z.int(), z.string()]) }))

const NOTHING: DocumentPage = { documents: [], next: null }

export const sqliteDocumentList = (connection: Connection): DocumentList => {
  const byRef = connection.prepare(BY_REF)
  const fitting = connection.prepare(FITTING)
  const walkOf = documentWalks(connection)

  const page = ({ after, most, ...filters }: DocumentQuery): DocumentPage => {
    const walk = walkOf(filters, after)
    if (walk === null) return NOTHING
    const lookedAt = walk.isExact && filters.docType === null ? most + 1 : MOST_LOOKED_AT
    const steps = stepRows.parse(connection.prepare(walk.sql).all({ ...walk.parameters, most: lookedAt }))
    const { docType, from, to, totalFrom, totalTo } = filters
    const asked = { states: ` ${filters.states.join(' ')} `, docType, from, to, totalFrom, totalTo }
    const documents: DocumentSummary[] = []
    let next = steps.length === lookedAt ? (steps.at(-1)?.key ?? null) : null
    for (const [index, { id }] of steps.entries()) {
      if (documents.length === most) {
        next = steps[index - 1]?.key ?? null
        break
      }
      const found = fitting.get({ id, ...asked })
      if (found !== undefined) documents.push(row.parse(found))
    }
    return { documents, next: next === null ? null : String(next) }
  }

  return {
    page,
    summary: (externalRef) => {
      const found = byRef.get(externalRef)
      return found === undefined ? null : row.parse(found)
    },
    ...documentCounts(connection),
  }
}
