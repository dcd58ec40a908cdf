import type { DocumentState } from '#domain/document/document-state.ts'
import { isKey, type TextKey } from '../i18n/use-text.ts'
import { complaintsIn } from './complaints.ts'
import type { CustomerField } from './customer-field.ts'

type AdviceKey = Extract<TextKey, `remark.${string}`>

/** What the cashier can do about a remark, and the field of the customer it is about. */
export type Advice = { readonly key: AdviceKey; readonly field: CustomerField | null }

/** The same where there is little room: what is wrong, and not what to do. */
export const shortKeyOf = ({ key }: Advice): TextKey => {
  const short = key.replace(/^remark\./, 'remark_short.')
  return isKey(short) ? short : key
}

const advice = (key: AdviceKey, field: CustomerField | null = null): Advice => ({ key, field })

/**
 * Pointers into MH's JSON, the most telling first, then the paths and words that the API's own refusals use: what begins with the lines is
 * about them, whatever else it names. Source: ocote-api.md §4–5.
 */
const POINTERS: readonly (readonly [RegExp, Advice])[] = [
  [/receptor\/correo/i, advice('remark.email', 'email')],
  [/receptor\/telefono/i, advice('remark.phone', 'phone')],
  [/receptor\/nombre/i, advice('remark.name', 'name')],
  [/receptor\/tipoDocumento/i, advice('remark.document_type', 'document_type')],
  [/receptor\/(numDocumento|nit|dui)/i, advice('remark.document_number', 'document_number')],
  [/receptor\/nrc/i, advice('remark.nrc', 'nrc')],
  [/receptor\/(codActividad|descActividad)/i, advice('remark.activity', 'activity')],
  [/receptor\/direccion/i, advice('remark.place', 'place')],
  [/#\/receptor/i, advice('remark.buyer', 'name')],
  [/#\/emisor/i, advice('remark.issuer')],
  [/#\/cuerpoDocumento/i, advice('remark.lines')],
  [/#\/resumen/i, advice('remark.totals')],
  [/#\/identificacion\/(fecEmi|horEmi)/i, advice('remark.date')],
  [/^lines?\b/i, advice('remark.lines')],
  [/^(?!customer\b).*\b(issuer|emisor|company|empresa)\b/i, advice('remark.issuer')],
  [/\b(redirect_)?(e-?mail|correo)\b/i, advice('remark.email', 'email')],
  [/\b(phone|tel[eé]fono)\b/i, advice('remark.phone', 'phone')],
  [/\bdocument_type\b|\bdocument\.type\b|tipo de documento/i, advice('remark.document_type', 'document_type')],
  [
    /\b(document_number|document\.number|dui|nit)\b|n[uú]mero de documento/i,
    advice('remark.document_number', 'document_number'),
  ],
  [/\bnrc\b/i, advice('remark.nrc', 'nrc')],
  [/\b(activity_code|actividad)\b/i, advice('remark.activity', 'activity')],
  [/\b(department|municipality|district)\b/i, advice('remark.place', 'place')],
  [/\b(customer_name|name|nombre)\b/i, advice('remark.name', 'name')],
  [/\blines?\b|\bl[ií]neas?\b/i, advice('remark.lines')],
  [/\b(totals?|totales)\b/i, advice('remark.totals')],
  [/\b(customer|cliente)\b/i, advice('remark.buyer', 'name')],
]

/** MH's `codigo_msg`. */
const CODES: Readonly<Record<string, Advice>> = {
  '001': advice('remark.accepted'),
  '002': advice('remark.accepted_remarks'),
  '004': advice('remark.duplicate_code'),
  '005': advice('remark.issuer_unauthorised'),
  '006': advice('remark.signature'),
  '089': advice('remark.activity', 'activity'),
  '092': advice('remark.document_type', 'document_type'),
  '094': advice('remark.document_number', 'document_number'),
  '095': advice('remark.nrc', 'nrc'),
  '096': advice('remark.schema', 'name'),
  '097': advice('remark.date'),
  '098': advice('remark.totals'),
  '099': advice('remark.withholding'),
}

/** Codes that are about the company or already say it all: a text beside them adds nothing to do. */
const CLEAR_BY_CODE: readonly string[] = ['001', '002', '004', '005', '006']

const adviceOfText = (text: string): Advice | null => POINTERS.find(([pattern]) => pattern.test(text))?.[1] ?? null

/** Remarks in plain words, each once: by what the texts point at, else by the code. */
export const adviceOf = (remarks: { readonly code: string; readonly texts: readonly string[] }): readonly Advice[] => {
  const byCode = CODES[remarks.code]
  if (byCode && CLEAR_BY_CODE.includes(remarks.code)) return [byCode]
  const byText = remarks.texts
    .flatMap(complaintsIn)
    .map(adviceOfText)
    .filter((each) => each !== null)
  if (byText.length > 0) return [...new Map(byText.map((each) => [each.key, each])).values()]
  return [byCode ?? advice('remark.unclear', 'name')]
}

type Remarked = {
  readonly state: DocumentState
  readonly remarks: { readonly code: string; readonly texts: readonly string[] } | null
}

/** What there is to do about a document: an alarm is about its ref, and a stamped one is valid, whatever words came with it. */
export const adviceFor = (document: Remarked): readonly Advice[] => {
  if (document.state === 'alarm') return [advice('remark.other_sale')]
  if (document.remarks === null) return []
  const isValid = document.state === 'stamped' && !(document.remarks.code in CODES)
  if (isValid) return [advice('remark.still_valid')]
  const found = adviceOf(document.remarks)
  const isOfService = saidBy(document) === 'service' && found[0]?.key === 'remark.unclear'
  return isOfService ? [advice('remark.unclear_service', 'name')] : found
}

/** Whose words the remarks are: MH judges with a code; what the API does not take it says itself; that a ref is another's, the till found. */
export const saidBy = ({ state, remarks }: Remarked): 'ministry' | 'service' | 'till' => {
  if (state === 'alarm') return 'till'
  const isJudged = state === 'rejected' || (remarks !== null && remarks.code !== '')
  return state === 'refused' || !isJudged ? 'service' : 'ministry'
}

/** Whether another customer's data may help: not where the lines, the totals or the issuer are complained about. */
export const isOfCustomer = (document: Remarked): boolean => {
  const found = adviceFor(document)
  return found.length === 0 || found.some(({ field }) => field !== null)
}

/** The field that a correction should begin at. */
export const fieldOf = (remarks: { readonly code: string; readonly texts: readonly string[] } | null): CustomerField =>
  (remarks && adviceOf(remarks).find(({ field }) => field !== null)?.field) || 'name'
