import { z } from 'zod'
import {
  PAGE_INSTEAD_OF_ANSWER,
  type QueriedAt,
  type QueriedDocument,
  type QueryAnswer,
} from '#application/ports/fiscal-api.ts'
import { DOCUMENT_TYPES, type DocumentType, FILE_KINDS } from '#domain/document/document-type.ts'
import { FLAGS, flagsOf, type HttpAnswer, isPage } from './read-answer.ts'
import { retryAfterMs } from './retry-after.ts'
import { ROUTES } from './routes.ts'
import { detailOf, factsOf, parseJson, remarksOf, type WireAnswer, wireAnswer } from './wire-answer.ts'

export const QUERY_ROUTES: Readonly<Record<QueriedAt, string>> = {
  invoices: ROUTES['01'].status,
  notes: ROUTES['05'].status,
  purchases: ROUTES['14'].status,
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

/** What an answer to a question about any document holds; the body is without keys. Source: Ocote API contract, §2, §4 and §5. */
export const readQuery = ({ status, headers, body }: HttpAnswer, now: number): QueryAnswer['result'] => {
  if (status === 429) return { kind: 'throttled', retryAfterMs: retryAfterMs(headers, now) }
  if (isPage({ headers, body })) return { kind: 'unknown', detail: PAGE_INSTEAD_OF_ANSWER }
  if (status === 401 || status === 403) return { kind: 'locked_out', reason: 'key', detail: detailOf(body) }
  if (status === 404) return { kind: 'not_found' }
  if (status !== 200) return { kind: 'unknown', detail: `http_${status}` }
  const document = documentIn(body)
  return document === null ? { kind: 'unknown', detail: 'answer_not_understood' } : { kind: 'document', document }
}
