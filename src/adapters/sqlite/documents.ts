import { z } from 'zod'
import { FILE_KINDS } from '#application/ports/fiscal-api.ts'
import type { Attempt, Documents } from '#application/ports/stores.ts'
import { DOCUMENT_STATES } from '#domain/document/document-state.ts'
import { DOCUMENT_TYPES, type FiscalDocument } from '#domain/document/fiscal-document.ts'
import { customerColumn, customerText, remarksColumn, remarksText } from './columns.ts'
import type { Connection } from './open-database.ts'

const INSERT = `
  INSERT INTO fiscal_document (external_ref, sale_number, doc_type, state, total_cents, business_date, created_at, customer, revision)
  VALUES (:external_ref, :sale_number, :doc_type, :state, :total_cents, :business_date, :created_at, :customer, :revision)`

const UPDATE = `
  UPDATE fiscal_document
     SET state = :state, customer = :customer, revision = :revision, api_document_id = :api_document_id,
         control_number = :control_number, generation_code = :generation_code, reception_stamp = :reception_stamp,
         reported_taxable_cents = :reported_taxable_cents, reported_vat_cents = :reported_vat_cents,
         reported_gross_cents = :reported_gross_cents, was_duplicate = :was_duplicate, issued_at = :issued_at,
         fiscal_date = :fiscal_date, cancelled_at = :cancelled_at, remarks = :remarks, amounts_differ = :amounts_differ
   WHERE external_ref = :external_ref`

const ID = '(SELECT document_id FROM fiscal_document WHERE external_ref = ?)'

const FREEZE = `
  INSERT INTO frozen_request (document_id, revision, body, sha256, frozen_at) VALUES (${ID}, ?, ?, ?, ?)`

const REQUEST = `SELECT revision, body, sha256 FROM frozen_request WHERE document_id = ${ID} AND revision = ?`

const TO_CALL = `
  SELECT d.external_ref, d.total_cents, f.body
    FROM fiscal_document d JOIN frozen_request f USING (document_id, revision) WHERE d.external_ref = ?`

const ADD_ATTEMPT = `
  INSERT INTO attempt (document_id, call, revision, started_at, ended_at, outcome, http_status, detail, answer)
  VALUES (${ID}, ?, ?, ?, ?, ?, ?, ?, ?)`

const ATTEMPTS = `SELECT * FROM attempt WHERE document_id = ${ID} ORDER BY attempt_id`

const WAS_TRIED = `SELECT 1 FROM attempt WHERE document_id = ${ID} LIMIT 1`

const FINISHED: readonly string[] = ['stamped', 'cancelled']
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
  was_duplicate: z.int(),
  issued_at: z.int().nullable(),
  fiscal_date: z.string().nullable(),
  cancelled_at: z.int().nullable(),
  remarks: remarksColumn,
  amounts_differ: z.int(),
})

export const documentOf = (row: z.output<typeof documentRow>): FiscalDocument => ({
  externalRef: row.external_ref,
  docType: row.doc_type,
  state: row.state,
  total: row.total_cents,
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
          },
          isDuplicate: row.was_duplicate === 1,
        },
  issuedAt: row.issued_at,
  fiscalDate: row.fiscal_date,
  cancelledAt: row.cancelled_at,
  remarks: row.remarks,
  amountsDiffer: row.amounts_differ === 1,
})

const toCallRow = z
  .object({ external_ref: z.string(), total_cents: z.int(), body: z.string() })
  .transform(({ external_ref, total_cents, body }) => ({
    asked: { externalRef: external_ref, total: total_cents },
    body,
  }))

const requestRow = z.object({ revision: z.int(), body: z.string(), sha256: z.string() })

export const attemptRow = z
  .object({
    call: z.enum(['post', 'status', 'cancel', ...FILE_KINDS]),
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
  const unfinished = connection.prepare(UNFINISHED)
  return {
    insert: (document, saleNumber) => {
      insert.run({
        external_ref: document.externalRef,
        sale_number: saleNumber,
        doc_type: document.docType,
        state: document.state,
        total_cents: document.total,
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
        was_duplicate: facts?.isDuplicate ? 1 : 0,
        issued_at: document.issuedAt,
        fiscal_date: document.fiscalDate,
        cancelled_at: document.cancelledAt,
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
    unfinished: () => z.array(documentRow).parse(unfinished.all()).map(documentOf),
  }
}
