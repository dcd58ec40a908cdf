import type { DocumentState } from '#domain/document/document-state.ts'
import type { TextKey } from '../i18n/use-text.ts'
import type { CustomerField } from './customer-form.tsx'

type AdviceKey = Extract<TextKey, `remark.${string}`>

/** What the cashier can do about a remark, and the field of the customer it is about. */
export type Advice = { readonly key: AdviceKey; readonly field: CustomerField | null }

const advice = (key: AdviceKey, field: CustomerField | null = null): Advice => ({ key, field })

/** Pointers into MH's JSON, the most telling first, then the words that the API's own refusals use. Source: ocote-api.md §4–5. */
const POINTERS: readonly (readonly [RegExp, Advice])[] = [
  [/receptor\/correo/i, advice('remark.email', 'email')],
  [/receptor\/telefono/i, advice('remark.phone', 'phone')],
  [/receptor\/nombre/i, advice('remark.name', 'name')],
  [/receptor\/tipoDocumento/i, advice('remark.document_type', 'document_type')],
  [/receptor\/(numDocumento|nit|dui)/i, advice('remark.document_number', 'document_number')],
  [/receptor\/nrc/i, advice('remark.nrc')],
  [/receptor\/(codActividad|descActividad)/i, advice('remark.activity')],
  [/#\/receptor|customer\b(?!\.)/i, advice('remark.buyer', 'name')],
  [/#\/emisor/i, advice('remark.issuer')],
  [/#\/cuerpoDocumento/i, advice('remark.lines')],
  [/#\/resumen/i, advice('remark.totals')],
  [/#\/identificacion\/(fecEmi|horEmi)/i, advice('remark.date')],
  [/\b(e-?mail|correo)\b/i, advice('remark.email', 'email')],
  [/\b(phone|tel[eé]fono)\b/i, advice('remark.phone', 'phone')],
  [/\bdocument_type\b|tipo de documento/i, advice('remark.document_type', 'document_type')],
  [/\b(document_number|dui|nit)\b|n[uú]mero de documento/i, advice('remark.document_number', 'document_number')],
  [/\b(customer_name|name|nombre)\b/i, advice('remark.name', 'name')],
  [/\blines?\b|\bl[ií]neas?\b/i, advice('remark.lines')],
]

/** MH's `codigo_msg`. */
const CODES: Readonly<Record<string, Advice>> = {
  '001': advice('remark.accepted'),
  '002': advice('remark.accepted_remarks'),
  '004': advice('remark.duplicate_code'),
  '005': advice('remark.issuer_unauthorised'),
  '006': advice('remark.signature'),
  '089': advice('remark.activity'),
  '092': advice('remark.document_type', 'document_type'),
  '094': advice('remark.document_number', 'document_number'),
  '095': advice('remark.nrc'),
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
  const byText = remarks.texts.map(adviceOfText).filter((each) => each !== null)
  if (byText.length > 0) return [...new Map(byText.map((each) => [each.key, each])).values()]
  return [byCode ?? advice('remark.unclear', 'name')]
}

/** What there is to do about a document: an alarm is about its ref, and a stamped one is valid, whatever words came with it. */
export const adviceFor = (document: {
  readonly state: DocumentState
  readonly remarks: { readonly code: string; readonly texts: readonly string[] } | null
}): readonly Advice[] => {
  if (document.state === 'alarm') return [advice('remark.other_sale')]
  if (document.remarks === null) return []
  const isValid = document.state === 'stamped' && !(document.remarks.code in CODES)
  return isValid ? [advice('remark.still_valid')] : adviceOf(document.remarks)
}

/** The field that a correction should begin at. */
export const fieldOf = (remarks: { readonly code: string; readonly texts: readonly string[] } | null): CustomerField =>
  (remarks && adviceOf(remarks).find(({ field }) => field !== null)?.field) || 'name'
