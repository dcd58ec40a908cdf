import { PAYMENT_METHODS } from '../catalogs/payment-methods.ts'
import { amountsOf } from '../money/amounts.ts'
import type { Content, Party } from './content.ts'
import { DOC_TYPES, DOCUMENT_TYPES, type DocType, type DocumentType } from './document-types.ts'
import { isJsonObject, type JsonObject, type Problems, readFields } from './field-reader.ts'
import { parseLines } from './parse-lines.ts'
import { parseParty } from './parse-party.ts'

/** Where a document is issued that stands for itself; a note does not. */
export type DocumentRoute = Exclude<DocumentType['issuedAt'], '/credit-memo'>

const docTypeOf = (route: DocumentRoute, body: JsonObject, problems: Problems): DocType | null => {
  const [first, ...others] = DOC_TYPES.filter((docType) => DOCUMENT_TYPES[docType].issuedAt === route)
  if (first === undefined || others.length === 0) return first ?? null
  return readFields(body, '', problems).choice('doc_type', [first, ...others], first)
}

const partyOf = (body: JsonObject, docType: DocType | null, problems: Problems): Party | null => {
  const source = body.customer ?? null
  const needs = docType === null ? [] : DOCUMENT_TYPES[docType].partyNeeds
  if (isJsonObject(source)) return parseParty(source, needs, problems)
  if (source !== null) problems.push('customer: debe ser un objeto')
  else if (needs.length > 0) problems.push(`customer: es obligatorio para el tipo de documento ${docType}`)
  return null
}

/**
 * Checks the body of a POST /invoice or /suex against the contract and translates it; fields it does not know are
 * ignored. Otherwise the API's `detail`, every field that is wrong in one text. Source: Ocote API contract, §2 and §3.
 *
 * Assumptions: `external_ref` must be there, as our till never sends a document without one; /suex takes the fields of
 * /invoice, with `customer` as the one who sells and `is_service` in its lines.
 */
export const parseDocument = (
  route: DocumentRoute,
  body: unknown,
): { readonly content: Content } | { readonly detail: string } => {
  if (!isJsonObject(body)) return { detail: 'El cuerpo debe ser un objeto JSON' }
  const problems: Problems = []
  const fields = readFields(body, '', problems)
  const docType = docTypeOf(route, body, problems)
  const condition = fields.choice('transaction_condition', [1, 2, 3], 1)
  const onCredit = condition === 2
  const content: Content = {
    docType: docType ?? '01',
    externalRef: fields.text('external_ref', { required: true, most: 100 }) ?? '',
    lines: parseLines(body.lines, problems),
    party: partyOf(body, docType, problems),
    customerName: fields.text('customer_name', { most: 250 }),
    paymentMethod: fields.choice('payment_method', Object.keys(PAYMENT_METHODS).sort(), '01') ?? '01',
    condition: condition ?? 1,
    deadline: onCredit ? fields.choice('deadline', [1, 2, 3], null) : null,
    period: onCredit ? fields.count('period', true) : null,
    related: null,
  }
  fields.text('activity_code', { most: 6 })
  fields.text('redirect_email', { most: 100 })
  if (problems.length === 0 && amountsOf(content).gross === 0n) problems.push('lines: el total no puede ser 0.00')
  return problems.length === 0 ? { content } : { detail: problems.join('; ') }
}
