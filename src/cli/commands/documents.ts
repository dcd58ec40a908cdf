import { CAN_RETRY, DOCUMENT_STATES, type DocumentState } from '#domain/document/document-state.ts'
import { DOCUMENT_TYPES, type DocumentType } from '#domain/document/document-type.ts'
import { parseDecimal } from '#domain/money/decimal.ts'
import { refusal } from '#domain/result/refusal.ts'
import { fail, ok } from '#domain/result/result.ts'
import type { Engine } from '#engine/create-engine.ts'
import { catalogNames } from '../catalog-names.ts'
import { type Done, done, refused, UsageError } from '../command.ts'
import { documentWords } from '../document-words.ts'
import { readCustomer } from '../read-cart.ts'
import { readDate } from '../read-date.ts'
import { readJson } from '../read-input.ts'
import { type DocumentSummary, documentJson, documentLine, dollars, when } from '../show.ts'

const PAGE = 500

const unknown = (ref: string): Done => refused(refusal('document_unknown', 'REF', { ref }))

const stateOf = (text: string): DocumentState => {
  const state = DOCUMENT_STATES.find((one) => one === text)
  if (!state) throw new UsageError(`--state: ${DOCUMENT_STATES.join(', ')}`)
  return state
}

const typeOf = (text: string): DocumentType => {
  const type = DOCUMENT_TYPES.find((one) => one === text)
  if (!type) throw new UsageError(`--type: ${DOCUMENT_TYPES.join(', ')}`)
  return type
}

export type DocumentOptions = {
  readonly type?: string | undefined
  readonly state?: string | undefined
  readonly ref?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly total?: string | undefined
  readonly search?: string | undefined
}

const totalOf = (text: string | undefined): number | null => {
  if (text === undefined) return null
  const total = parseDecimal(text, 2)
  if (total === null) throw new UsageError('--total: 12.50')
  return total
}

type Query = Parameters<Engine['documentList']['page']>[0]
type Page = ReturnType<Engine['documentList']['page']>

/** Every document that the options leave, the newest first. */
export const listDocuments = (engine: Engine, options: DocumentOptions): Done => {
  const { state, ref } = options
  const total = totalOf(options.total)
  const filters: Omit<Query, 'after' | 'most'> = {
    states: state === undefined ? DOCUMENT_STATES : [stateOf(state)],
    docType: options.type === undefined ? null : typeOf(options.type),
    from: readDate(options.from, '--from'),
    to: readDate(options.to, '--to'),
    totalFrom: total,
    totalTo: total,
    text: options.search ?? ref ?? null,
  }
  const found: DocumentSummary[] = []
  let after: string | null = null
  do {
    const page: Page = engine.documentList.page({ ...filters, after, most: PAGE })
    found.push(...page.documents)
    after = page.next
  } while (after !== null)
  const exact = ref === undefined ? found : found.filter(({ externalRef }) => externalRef === ref)
  return done(exact.map(documentJson), exact.length === 0 ? ['No hay documentos.'] : exact.map(documentLine))
}

/** One document with its attempts and the answers to them. */
export const showDocument = (engine: Engine, ref: string): Done => {
  const detail = engine.documentDetail(ref)
  if (!detail) return unknown(ref)
  const request = engine.stores.documents.request(ref, detail.revision)
  const value = {
    ...documentJson(detail),
    generation_code: detail.generationCode,
    reception_stamp: detail.receptionStamp,
    document_id: detail.documentId,
    issued_at: detail.issuedAt === null ? null : new Date(detail.issuedAt).toISOString(),
    entry: detail.entry,
    change: dollars(detail.change),
    tenders: detail.tenders.map(({ method, amount }) => ({ method, amount: dollars(amount) })),
    customer: detail.customer,
    about: detail.about,
    cancel_window: detail.cancelWindow,
    automatic_note: detail.automaticNote,
    due_settlement: detail.dueSettlement,
    lines: detail.lines,
    files: detail.files,
    request: { revision: request.revision, sha256: request.sha256, body: JSON.parse(request.body) },
    history: detail.history.map(({ startedAt, endedAt, httpStatus, ...attempt }) => ({
      ...attempt,
      started_at: new Date(startedAt).toISOString(),
      ended_at: new Date(endedAt).toISOString(),
      http_status: httpStatus,
    })),
  }
  const text = [
    documentLine(detail),
    ...documentWords(detail).map((words) => `  ${words}`),
    ...detail.history.map(
      ({ startedAt, call, outcome, httpStatus, detail: remark }) =>
        `  ${when(startedAt)}  ${call.padEnd(6)} ${outcome.padEnd(12)} ${httpStatus ?? '—'}  ${remark}`,
    ),
  ]
  return done(value, text)
}

/** Makes a document due now. */
export const retry = (engine: Engine, ref: string): Done => {
  const retried = engine.guardDisk(() => engine.retryNow(ref))
  if (!retried.ok)
    return refused(retried.error, retried.error.code === 'document_not_retryable' ? [CAN_RETRY.join(', ')] : [])
  const state = engine.documentList.summary(ref)?.state
  return done({ external_ref: ref, state }, [`${ref}  ${state}  se intentará ahora`])
}

/** Another customer for a refused or rejected document, under the same ref. */
export const correct = (engine: Engine, ref: string, file: string): Done => {
  const input = readJson(file)
  if (!input.ok) return refused(input.error)
  const customer = readCustomer(input.value, catalogNames(engine))
  if (!customer.ok) return refused(customer.error)
  const corrected = engine.guardDisk(() => engine.correctAndResend(ref, customer.value))
  if (!corrected.ok) return refused(corrected.error)
  const { state, revision } = corrected.value
  return done({ external_ref: ref, state, revision }, [`${ref}  ${state}  revisión ${revision}`])
}

export const documentOf = (engine: Engine, ref: string) => {
  const found = engine.documentList.summary(ref)
  return found ? ok(found) : fail(refusal('document_unknown', 'REF', { ref }))
}
