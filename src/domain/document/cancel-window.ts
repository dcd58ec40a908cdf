import { dayAfter, monthsAfter } from '../clock/calendar.ts'
import { type Instant, type LocalDate, localDate } from '../clock/local-time.ts'
import type { DocumentType } from './document-type.ts'

/** Until when a stamped document can be cancelled, and what comes of it later. */
type Rule = {
  readonly last: (stampedOn: LocalDate) => LocalDate
  readonly late: 'refused' | 'credit_note'
  readonly source: string
}

const THREE_MONTHS = (date: LocalDate): LocalDate => monthsAfter(date, 3)

/** The day counts whole, in El Salvador. Ninety business days are never fewer than 124 days, so that three months are always the shorter. */
export const CANCEL_WINDOWS: Readonly<Record<DocumentType, Rule>> = {
  '01': {
    last: THREE_MONTHS,
    late: 'refused',
    source: 'Ocote API contract, §6: 90 business days by Ocote, 3 calendar months by MH; the shorter',
  },
  '03': {
    last: dayAfter,
    late: 'credit_note',
    source: 'Ocote API contract, §6: the day of issue and 24 h of the next',
  },
  '05': { last: dayAfter, late: 'refused', source: 'Assumption: as a 03, without a credit note of its own' },
  '11': { last: THREE_MONTHS, late: 'refused', source: 'Assumption: as a 01' },
  '14': { last: THREE_MONTHS, late: 'refused', source: 'Assumption: as a 01' },
}

export type CancelWindow =
  /** Cancelled as it is, until the end of this day. */
  | { readonly kind: 'open'; readonly until: LocalDate }
  /** The API makes a credit note of it instead. */
  | { readonly kind: 'credit_note'; readonly since: LocalDate }
  | { readonly kind: 'closed'; readonly since: LocalDate }

/** What asking for a cancellation at `now` would come to for a document that counts for `stampedOn`. */
export const cancelWindow = (docType: DocumentType, stampedOn: LocalDate, now: Instant): CancelWindow => {
  const { last, late } = CANCEL_WINDOWS[docType]
  const until = last(stampedOn)
  if (localDate(now) <= until) return { kind: 'open', until }
  return { kind: late === 'credit_note' ? 'credit_note' : 'closed', since: until }
}
