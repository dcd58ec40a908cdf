import { type Asked, PAGE_INSTEAD_OF_ANSWER } from '#application/ports/fiscal-api.ts'
import { compareAnswer } from '#domain/document/compare-answer.ts'
import type { Outcome } from '#domain/document/outcome.ts'
import { retryAfterMs } from './retry-after.ts'
import {
  automaticNoteOf,
  detailOf,
  factsOf,
  parseJson,
  remarksOf,
  type WireAnswer,
  wireAnswer,
  wireCancellation,
} from './wire-answer.ts'

export type Call = 'post' | 'status' | 'cancel' | 'cancel_status'

export type HttpAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: string
}

type Reading = { readonly call: Call; readonly asked: Asked; readonly answer: HttpAnswer; readonly now: number }

const unknown = (detail: string): Outcome => ({ kind: 'unknown', detail })
/** The API's own word, and none that its contract has: says nothing of the document, but that there is a way to the API. */
const notInContract = (detail: string): Outcome => ({ kind: 'unknown', detail, answered: true })

/** The flags of Ocote API contract, §4: success, dte_success, contingency, rejected. Any other combination is unknown. */
export const FLAGS: Readonly<Record<string, 'stamped' | 'contingency' | 'rejected'>> = {
  'true true false false': 'stamped',
  'true false true false': 'contingency',
  'false false false true': 'rejected',
}

/** Codes that no correction of the sale helps: issuer not authorised, signature invalid or expired. */
const OF_THE_ISSUER: readonly string[] = ['005', '006']

export const flagsOf = (answer: WireAnswer): string =>
  [answer.success, answer.dte_success, answer.contingency, answer.rejected].join(' ')

/** A post that is refused for the issuer's sake stops them all; a question only tells of how one was judged once. */
const rejection = (call: Call, answer: WireAnswer): Outcome => {
  const remarks = remarksOf(answer)
  const facts = answer.document_id === '' ? null : factsOf(answer)
  if (!OF_THE_ISSUER.includes(remarks.code)) return { kind: 'rejected', facts, remarks }
  if (call === 'status') return { kind: 'rejected_for_issuer', facts, remarks }
  return { kind: 'locked_out', reason: 'issuer', detail: [remarks.code, ...remarks.texts].join(' ') }
}

/** What the paper must show is there: an answer without it is no proof that the document was issued. */
const isComplete = (answer: WireAnswer, stamped: boolean): boolean =>
  answer.control_number !== '' && answer.generation_code !== '' && (!stamped || answer.reception_stamp !== '')

const judged = ({ call, asked, answer }: Reading): Outcome => {
  const parsed = wireAnswer.safeParse(parseJson(answer.body))
  if (!parsed.success) return unknown(`answer_not_understood: ${parsed.error.issues[0]?.path.join('.') ?? ''}`)
  const wire = parsed.data
  const facts = factsOf(wire)
  const ref = wire.external_ref === '' ? null : wire.external_ref
  if (compareAnswer(asked, { externalRef: ref, facts }) === 'another_sale')
    return { kind: 'mismatched', facts, detail: `ref ${ref ?? '—'}, total ${facts.amounts.gross ?? '—'} ¢` }
  const kind = FLAGS[flagsOf(wire)]
  if (kind === undefined) return notInContract(`flags_not_in_table: ${flagsOf(wire)}`)
  if (kind === 'rejected') return rejection(call, wire)
  const isWhole = isComplete(wire, kind === 'stamped')
  return isWhole ? { kind, facts, remarks: remarksOf(wire) } : notInContract('answer_incomplete')
}

/** A question has no payload to refuse. */
const refused = ({ call, answer }: Reading): Outcome =>
  call === 'post' ? { kind: 'refused', detail: detailOf(answer.body) } : notInContract(detailOf(answer.body))
const lockedOut = ({ answer }: Reading): Outcome => ({
  kind: 'locked_out',
  reason: 'key',
  detail: detailOf(answer.body),
})

/** HTTP status → outcome (Ocote API contract, §5). Every status that is not here is unknown. */
const BY_STATUS: Readonly<Record<number, (reading: Reading) => Outcome>> = {
  200: judged,
  400: refused,
  401: lockedOut,
  403: lockedOut,
  404: ({ call, answer }) => (call === 'status' ? { kind: 'not_found' } : unknown(detailOf(answer.body))),
  409: ({ answer }) => ({ kind: 'conflict', detail: detailOf(answer.body) }),
  422: refused,
  429: ({ answer, now }) => ({ kind: 'throttled', retryAfterMs: retryAfterMs(answer.headers, now) }),
}

const cancelled = ({ call, asked, answer }: Reading): Outcome => {
  const parsed = wireCancellation.safeParse(parseJson(answer.body))
  if (!parsed.success) return unknown(`answer_not_understood: ${parsed.error.issues[0]?.path.join('.') ?? ''}`)
  const { success, external_ref: ref } = parsed.data
  if (ref !== '' && ref !== asked.externalRef) return notInContract(`another_ref: ${ref}`)
  if (success) return { kind: 'cancelled', automaticNote: automaticNoteOf(parsed.data) }
  return call === 'cancel_status' ? { kind: 'not_cancelled' } : notInContract('not_cancelled')
}
const cancelRefused = ({ answer }: Reading): Outcome => ({ kind: 'cancel_refused', detail: detailOf(answer.body) })

/** The same for a cancellation, which the API lets us repeat: what can't be done is said by a status of its own. */
const CANCELLATION_BY_STATUS: typeof BY_STATUS = {
  ...BY_STATUS,
  200: cancelled,
  400: cancelRefused,
  404: cancelRefused,
  422: cancelRefused,
}

/** A question about a cancellation that was never asked for, or of a document that is not there, finds none. */
const CANCELLATION_STATUS: typeof BY_STATUS = {
  ...BY_STATUS,
  200: cancelled,
  404: () => ({ kind: 'not_cancelled' }),
}

const READINGS: Readonly<Record<Call, typeof BY_STATUS>> = {
  post: BY_STATUS,
  status: BY_STATUS,
  cancel: CANCELLATION_BY_STATUS,
  cancel_status: CANCELLATION_STATUS,
}

/** A page instead of an answer: a captive portal or a proxy spoke, not the API. */
export const isPage = ({ headers, body }: Pick<HttpAnswer, 'headers' | 'body'>): boolean =>
  String(headers['content-type'] ?? '').includes('html') || body.trimStart().startsWith('<')

/** What an HTTP answer means for the document that was asked about. Never throws, whatever came. */
export const readAnswer = (reading: Reading): Outcome => {
  const { answer } = reading
  if (answer.status !== 429 && isPage(answer)) return unknown(PAGE_INSTEAD_OF_ANSWER)
  const read = READINGS[reading.call][answer.status]
  return read ? read(reading) : unknown(`http_${answer.status}`)
}
