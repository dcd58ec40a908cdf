import { z } from 'zod'
import type { Attempt, Documents, DueSettlement } from '#application/ports/stores.ts'
import { DOCUMENT_STATES } from '#domain/document/document-state.ts'
import { DOCUMENT_TYPES } from '#domain/document/document-type.ts'
import { ENVIRONMENTS } from '#domain/document/environment.ts'
import type { FiscalDocument } from '#domain/document/fiscal-document.ts'
import { API_CALLS } from '#domain/outbox/api-call.ts'
import { SETTLED_HOW } from '#domain/sale/due-difference.ts'
import { customerColumn, customerText, originOf, originRelation, remarksColumn, remarksText } from './columns.ts'
import type { Connection } from './open-database.ts'

const INSERT = `
  INSERT INTO fiscal_document (external_ref, sale_number, doc_type, state, total_cents, withheld_cents, origin_relation, origin_ref,
                               business_date, created_at, customer, revision)
  VALUES (:external_ref, :sale_number, :doc_type, :state, :total_cents, :withheld_cents, :origin_relation, :origin_ref,
          :business_date, :created_at, :customer, :revision)`

const UPDATE = `
  UPDATE fiscal_document
     SET state = :state, customer = :customer, revision = :revision, api_document_id = :api_document_id,
         control_number = :control_number, generation_code = :generation_code, reception_stamp = :reception_stamp,
         reported_taxable_cents = :reported_taxable_cents, reported_vat_cents = :reported_vat_cents,
         reported_gross_cents = :reported_gross_cents, reported_withheld_cents = :reported_withheld_cents, was_duplicate = :was_duplicate, issued_at = :issued_at,
         fiscal_date = :fiscal_date, cancel_asked_at = :cancel_asked_at, cancelled_at = :cancelled_at, automatic_note_id = :automatic_note_id,
         automatic_note_control_number = :automatic_note_control_number, environment = :environment, remarks = :remarks, amounts_differ = :amounts_differ
   WHERE external_ref = :external_ref`

const ID = '(SELECT document_id FROM fiscal_document WHERE external_ref = ?)'

const FREEZE = `
  INSERT INTO frozen_request (document_id, revision, body, sha256, frozen_at) VALUES (${ID}, ?, ?, ?, ?)`

const REQUEST = `SELECT revision, body, sha256 FROM frozen_request WHERE document_id = ${ID} AND revision = ?`

const TO_CALL = `
  SELECT d.external_ref, d.doc_type, d.total_cents, d.withheld_cents, f.body
    FROM fiscal_document d JOIN frozen_request f USING (document_id, revision) WHERE d.external_ref = ?`

const ADD_ATTEMPT = `
  INSERT INTO attempt (document_id, call, revision, started_at, ended_at, outcome, http_status, detail, answer)
  VALUES (${ID}, ?, ?, ?, ?, ?, ?, ?, ?)`

const ATTEMPTS = `SELECT * FROM attempt WHERE document_id = ${ID} ORDER BY attempt_id`

const WAS_TRIED = `SELECT 1 FROM attempt WHERE document_id = ${ID} LIMIT 1`

/** By the index of those that are about others. */
export const ABOUT = `SELECT * FROM fiscal_document WHERE origin_ref = ? ORDER BY document_id`

const SETTLE_DUE = `
  INSERT INTO due_settlement (document_id, difference_cents, how, settled_at) VALUES (${ID}, ?, ?, ?)`
const DUE_SETTLEMENT = `SELECT difference_cents, how, settled_at FROM due_settlement WHERE document_id = ${ID}`

const FINISHED: readonly string[] = ['stamped', 'cancelled', 'withdrawn']
const UNFINISHED = `
  SELECT * FROM fiscal_document
   WHERE state IN (${DOCUMENT_STATES.filter((state) => !FINISHED.includes(state))
     .map((state) => `'${state}'`)
     .join(', ')})
   ORDER BY document_id`

export const documentRow = z.object({
  external_ref: z.string(),
  doc_type: z.enum(DOCUMENT_TYPES),
  state: z.enum(DOCUMENT_STATES),
  total_cents: z.int(),
  withheld_cents: z.int(),
  origin_relation: originRelation.nullable(),
  origin_ref: z.string().nullable(),
  business_date: z.string(),
  created_at: z.int(),
  customer: customerColumn,
  revision: z.int(),
  api_document_id: z.string().nullable(),
  control_number: z.string().nullable(),
  generation_code: z.string().nullable(),
  reception_stamp: z.string().nullable(),
  reported_taxable_cents: z.int().nullable(),
  reported_vat_cents: z.int().nullable(),
  reported_gross_cents: z.int().nullable(),
  reported_withheld_cents: z.int().nullable(),
  was_duplicate: z.int(),
  issued_at: z.int().nullable(),
  fiscal_date: z.string().nullable(),
  cancel_asked_at: z.int().nullable(),
  cancelled_at: z.int().nullable(),
  automatic_note_id: z.string().nullable(),
  automatic_note_control_number: z.string().nullable(),
  environment: z.enum(ENVIRONMENTS).nullable(),
  remarks: remarksColumn,
  amounts_differ: z.int(),
})

export const documentOf = (row: z.output<typeof documentRow>): FiscalDocument => ({
  externalRef: row.external_ref,
  docType: row.doc_type,
  state: row.state,
  total: row.total_cents,
  withheld: row.withheld_cents,
  origin: originOf(row),
  businessDate: row.business_date,
  createdAt: row.created_at,
  customer: row.customer,
  revision: row.revision,
  facts:
    row.api_document_id === null
      ? null
      : {
          documentId: row.api_document_id,
          controlNumber: row.control_number ?? '',
          generationCode: row.generation_code ?? '',
          receptionStamp: row.reception_stamp ?? '',
          amounts: {
            taxable: row.reported_taxable_cents,
            vat: row.reported_vat_cents,
            gross: row.reported_gross_cents,
            withheld: row.reported_withheld_cents,
          },
          isDuplicate: row.was_duplicate === 1,
        },
  issuedAt: row.issued_at,
  environment: row.environment,
  fiscalDate: row.fiscal_date,
  cancelAskedAt: row.cancel_asked_at,
  cancelledAt: row.cancelled_at,
  automaticNote:
    row.automatic_note_id === null
      ? null
      : { documentId: row.automatic_note_id, controlNumber: row.automatic_note_control_number ?? '' },
  remarks: row.remarks,
  amountsDiffer: row.amounts_differ === 1,
})

const toCallRow = z
  .object({
    external_ref: z.string(),
    doc_type: z.enum(DOCUMENT_TYPES),
    total_cents: z.int(),
    withheld_cents: z.int(),
    body: z.string(),
  })
  .transform(({ external_ref, doc_type, total_cents, withheld_cents, body }) => ({
    asked: { externalRef: external_ref, docType: doc_type, total: total_cents, withheld: withheld_cents },
    body,
  }))

const dueSettlementRow = z
  .object({ difference_cents: z.int(), how: z.enum(SETTLED_HOW), settled_at: z.int() })
  .transform(
    ({ difference_cents, how, settled_at }): DueSettlement => ({
      difference: difference_cents,
      how,
      settledAt: settled_at,
    }),
  )

const requestRow = z.object({ revision: z.int(), body: z.string(), sha256: z.string() })

export const attemptRow = z
  .object({
    call: z.enum(API_CALLS),
    revision: z.int(),
    started_at: z.int(),
    ended_at: z.int(),
    outcome: z.string(),
    http_status: z.int().nullable(),
    detail: z.string(),
    answer: z.string().nullable(),
  })
  .transform(
    ({ started_at, ended_at, http_status, ...row }): Attempt => ({
      ...row,
      startedAt: started_at,
      endedAt: ended_at,
      httpStatus: http_status,
    }),
  )

export const sqliteDocuments = (connection: Connection): Documents => {
  const insert = connection.prepare(INSERT)
  const update = connection.prepare(UPDATE)
  const find = connection.prepare('SELECT * FROM fiscal_document WHERE external_ref = ?')
  const freeze = connection.prepare(FREEZE)
  const request = connection.prepare(REQUEST)
  const toCall = connection.prepare(TO_CALL)
  const addAttempt = connection.prepare(ADD_ATTEMPT)
  const attempts = connection.prepare(ATTEMPTS)
  const wasTried = connection.prepare(WAS_TRIED)
  const about = connection.prepare(ABOUT)
  const settleDue = connection.prepare(SETTLE_DUE)
  const dueSettlement = connection.prepare(DUE_SETTLEMENT)
  const unfinished = connection.prepare(UNFINISHED)
  return {
    insert: (document, saleNumber) => {
      insert.run({
        external_ref: document.externalRef,
        sale_number: saleNumber,
        doc_type: document.docType,
        state: document.state,
        total_cents: document.total,
        withheld_cents: document.withheld,
        origin_relation: document.origin?.relation ?? null,
        origin_ref: document.origin?.externalRef ?? null,
        business_date: document.businessDate,
        created_at: document.createdAt,
        customer: customerText(document.customer),
        revision: document.revision,
      })
    },
    find: (externalRef) => {
      const row = find.get(externalRef)
      return row === undefined ? null : documentOf(documentRow.parse(row))
    },
    update: ({ externalRef, facts, ...document }) => {
      update.run({
        external_ref: externalRef,
        state: document.state,
        customer: customerText(document.customer),
        revision: document.revision,
        api_document_id: facts?.documentId ?? null,
        control_number: facts?.controlNumber ?? null,
        generation_code: facts?.generationCode ?? null,
        reception_stamp: facts?.receptionStamp ?? null,
        reported_taxable_cents: facts?.amounts.taxable ?? null,
        reported_vat_cents: facts?.amounts.vat ?? null,
        reported_gross_cents: facts?.amounts.gross ?? null,
        reported_withheld_cents: facts?.amounts.withheld ?? null,
        was_duplicate: facts?.isDuplicate ? 1 : 0,
        issued_at: document.issuedAt,
        fiscal_date: document.fiscalDate,
        cancel_asked_at: document.cancelAskedAt,
        cancelled_at: document.cancelledAt,
        automatic_note_id: document.automaticNote?.documentId ?? null,
        automatic_note_control_number: document.automaticNote?.controlNumber ?? null,
        environment: document.environment,
        remarks: remarksText(document.remarks),
        amounts_differ: document.amountsDiffer ? 1 : 0,
      })
    },
    freeze: (externalRef, { revision, body, sha256 }, at) => {
      freeze.run(externalRef, revision, body, sha256, at)
    },
    request: (externalRef, revision) => requestRow.parse(request.get(externalRef, revision)),
    findRequest: (externalRef, revision) => {
      const found = request.get(externalRef, revision)
      return found === undefined ? null : requestRow.parse(found)
    },
    toCall: (externalRef) => toCallRow.parse(toCall.get(externalRef)),
    addAttempt: (externalRef, attempt) => {
      const { call, revision, startedAt, endedAt, outcome, httpStatus, detail, answer } = attempt
      const added = addAttempt.run(externalRef, call, revision, startedAt, endedAt, outcome, httpStatus, detail, answer)
      return Number(added.lastInsertRowid)
    },
    attempts: (externalRef) => z.array(attemptRow).parse(attempts.all(externalRef)),
    wasTried: (externalRef) => wasTried.get(externalRef) !== undefined,
    about: (externalRef) => z.array(documentRow).parse(about.all(externalRef)).map(documentOf),
    dueSettlement: (externalRef) => {
      const found = dueSettlement.get(externalRef)
      return found === undefined ? null : dueSettlementRow.parse(found)
    },
    settleDue: (externalRef, { difference, how, settledAt }) => {
      settleDue.run(externalRef, difference, how, settledAt)
    },
    unfinished: () => z.array(documentRow).parse(unfinished.all()).map(documentOf),
  }
}
