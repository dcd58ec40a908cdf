import { monthsLater, nextDay } from '../local-time.ts'

export type CancellationWindow = 'three_months' | 'next_day' | 'next_day_then_note'

/** Until when a document can be cancelled, and what becomes of a later request. Days are local, YYYY-MM-DD. */
type Window = {
  /** The last day, from the day of the stamp. */
  readonly lastDay: (stampedOn: string) => string
  readonly afterwards: 'credit_note' | { readonly refusal: string }
}

/**
 * The windows of a direct cancellation. Source: Ocote API contract, §6 (01, and 03 with its automatic credit note).
 *
 * Assumptions: an 11 and a 14 have the window of a 01; a 05 that of a 03, but nothing comes after it.
 */
export const CANCELLATION_WINDOWS: { readonly [K in CancellationWindow]: Window } = {
  three_months: {
    lastDay: (stampedOn) => monthsLater(stampedOn, 3),
    afterwards: { refusal: 'El plazo de tres meses para invalidar el documento ha vencido' },
  },
  next_day: {
    lastDay: nextDay,
    afterwards: { refusal: 'El plazo para invalidar el documento, el día de su sello y el siguiente, ha vencido' },
  },
  next_day_then_note: { lastDay: nextDay, afterwards: 'credit_note' },
}
