import { z } from 'zod'
import {
  type CancelledAnswer,
  PAGE_INSTEAD_OF_ANSWER,
  type QueriedAt,
  type QueriedDocument,
  type QueryAnswer,
} from '#application/ports/fiscal-api.ts'
import { DOCUMENT_TYPES, type DocumentType, FILE_KINDS } from '#domain/document/document-type.ts'
import { FLAGS, flagsOf, type HttpAnswer, isPage } from './read-answer.ts'
import { retryAfterMs } from './retry-after.ts'
import { ROUTES, type Routes } from './routes.ts'
import {
  detailOf,
  factsOf,
  parseJson,
  remarksOf,
  type WireAnswer,
  wireAnswer,
  wireCancellation,
} from './wire-answer.ts'

export const QUERY_ROUTES: Readonly<Record<QueriedAt, Routes>> = {
  invoices: ROUTES['01'],
  notes: ROUTES['05'],
  purchases: ROUTES['14'],
}

const address = z.string().nullish().catch(null)

/** What only a query reads: a signed document and MH's answer as they are, addresses of files, and a cancellation (Assumption: its name). */
const told = z.looseObject({
  schema: z.unknown().optional(),
  response: z.unknown().optional(),
  cancelled: z.boolean().nullish().catch(null),
  ticket_url: address,
  invoice_url: address,
  json_url: address,
})

const signedType = z.looseObject({ identificacion: z.looseObject({ tipoDte: z.string() }) })

/** "DTE-03-M001P001-…": the type is the second part. Source: Ocote API contract, §4. */
const docTypeOf = (answer: WireAnswer, schema: unknown): DocumentType | null => {
  const signed = signedType.safeParse(schema)
  const named = signed.success ? signed.data.identificacion.tipoDte : answer.control_number.split('-')[1]
  return DOCUMENT_TYPES.find((type) => type === named) ?? null
}

const indented = (value: unknown): string | null => (value == null ? null : JSON.stringify(value, null, 2))

const documentIn = (body: string): QueriedDocument | null => {
  const value = parseJson(body)
  const answer = wireAnswer.safeParse(value)
  const rest = told.safeParse(value)
  if (!answer.success || !rest.success) return null
  const { schema, response, cancelled, ...urls } = rest.data
  return {
    docType: docTypeOf(answer.data, schema),
    state: FLAGS[flagsOf(answer.data)] ?? 'not_in_contract',
    cancelled: cancelled ?? null,
    externalRef: answer.data.external_ref,
    facts: factsOf(answer.data),
    remarks: remarksOf(answer.data),
    signed: indented(schema),
    ministry: indented(response),
    files: FILE_KINDS.filter((kind) => Boolean(urls[`${kind}_url`])),
  }
}

const NOT_UNDERSTOOD = { kind: 'unknown', detail: 'answer_not_understood' } as const

/** What tells nothing of a document, but a reason; null for what may. Source: Ocote API contract, §5. */
const inVain = ({ status, headers, body }: HttpAnswer, now: number) => {
  if (status === 429) return { kind: 'throttled', retryAfterMs: retryAfterMs(headers, now) } as const
  if (isPage({ headers, body })) return { kind: 'unknown', detail: PAGE_INSTEAD_OF_ANSWER } as const
  if (status === 401 || status === 403) return { kind: 'locked_out', reason: 'key', detail: detailOf(body) } as const
  return status === 200 || status === 404 ? null : ({ kind: 'unknown', detail: `http_${status}` } as const)
}

/** What an answer to a question about any document holds; the body is without keys. Source: Ocote API contract, §2, §4 and §5. */
export const readQuery = (answer: HttpAnswer, now: number): QueryAnswer['result'] => {
  const vain = inVain(answer, now)
  if (vain) return vain
  if (answer.status === 404) return { kind: 'not_found' }
  const document = documentIn(answer.body)
  return document === null ? NOT_UNDERSTOOD : { kind: 'document', document }
}

/**
 * What an answer to a question about any cancellation says. Source: Ocote API contract, §2. Assumption: one that was never asked for is not
 * found, or comes without success.
 */
export const readCancelled = (answer: HttpAnswer, now: number): CancelledAnswer['result'] => {
  const vain = inVain(answer, now)
  if (vain) return vain
  if (answer.status === 404) return { kind: 'told', cancelled: false }
  const parsed = wireCancellation.safeParse(parseJson(answer.body))
  return parsed.success ? { kind: 'told', cancelled: parsed.data.success } : NOT_UNDERSTOOD
}
