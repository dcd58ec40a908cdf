import { z } from 'zod'
import type { AutomaticNote, IssuedFacts, Remarks } from '#domain/document/issued-facts.ts'

/** Informative texts: a number is taken for its digits, anything else, or none at all, for nothing; an odd one never hides a judgement. */
const text = z
  .unknown()
  .optional()
  .transform((value) => (typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : ''))

/** Dollars as a number or as decimal text, to the nearest cent; null where there is none. What no cents can hold is not understood. */
const amount = z
  .union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/)])
  .nullish()
  .transform((value) => (value == null ? null : Math.round(Number(value) * 100)))
  .refine((cents) => cents === null || Number.isSafeInteger(cents))

/** Ours or another's: the one text that is compared. */
const ref = z
  .string()
  .nullish()
  .transform((value) => value?.trim() ?? '')

const observationText = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const observations = z
  .unknown()
  .optional()
  .transform((value) =>
    (Array.isArray(value) ? value : [value]).map(observationText).filter((one) => one.trim() !== ''),
  )

/** An answer about a document (Ocote API contract, §4). The four flags decide, the ref and the total are compared; what is not known to us is ignored. */
export const wireAnswer = z.looseObject({
  success: z.boolean(),
  dte_success: z.boolean(),
  contingency: z.boolean(),
  rejected: z.boolean(),
  is_duplicate: z
    .boolean()
    .nullish()
    .catch(false)
    .transform((value) => value ?? false),
  document_id: text,
  external_ref: ref,
  control_number: text,
  generation_code: text,
  reception_stamp: text,
  dte_message: text,
  observaciones: observations,
  codigo_msg: text,
  amount_taxable: amount.catch(null),
  amount_vat: amount.catch(null),
  amount_gross: amount,
  /** Assumption: the name; where it is missing the signed JSON tells. */
  amount_withheld: amount.catch(null),
})
export type WireAnswer = z.output<typeof wireAnswer>

/** An answer to a cancellation or to a question about one; the note is the API's own of a CCF cancelled too late (Ocote API contract, §2; names assumed). */
export const wireCancellation = z.looseObject({
  success: z.boolean(),
  external_ref: ref,
  created_credit_memo: z.boolean().nullish().catch(false),
  credit_memo_id: text,
  credit_memo_control_number: text,
})

export const automaticNoteOf = (answer: z.output<typeof wireCancellation>): AutomaticNote | null =>
  answer.created_credit_memo
    ? { documentId: answer.credit_memo_id, controlNumber: answer.credit_memo_control_number }
    : null

export const factsOf = (answer: WireAnswer): IssuedFacts => ({
  documentId: answer.document_id,
  controlNumber: answer.control_number,
  generationCode: answer.generation_code,
  receptionStamp: answer.reception_stamp,
  amounts: {
    taxable: answer.amount_taxable,
    vat: answer.amount_vat,
    gross: answer.amount_gross,
    withheld: answer.amount_withheld,
  },
  isDuplicate: answer.is_duplicate,
})

/** The message stands in for missing observations only where the document was rejected: otherwise it says that all is well. */
export const remarksOf = (answer: WireAnswer): Remarks => ({
  code: answer.codigo_msg,
  texts:
    answer.observaciones.length === 0 && answer.rejected && answer.dte_message !== ''
      ? [answer.dte_message]
      : answer.observaciones,
})

const wireDetail = z.looseObject({ detail: z.unknown() })

/** `{"detail": …}` as one line of text; the body itself where it has no such form. */
export const detailOf = (body: string): string => {
  const parsed = wireDetail.safeParse(parseJson(body))
  const { detail } = parsed.success ? parsed.data : { detail: body }
  return (typeof detail === 'string' ? detail : JSON.stringify(detail)).slice(0, 2000)
}

/** The value, or undefined where the text is no JSON. */
export const parseJson = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
