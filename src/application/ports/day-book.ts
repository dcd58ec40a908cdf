import type { LocalDate } from '#domain/clock/local-time.ts'
import type { Arrival, DaySale } from '#domain/report/reconcile-day.ts'
import type { Tender } from '#domain/sale/tender.ts'

export type DayBook = {
  /** Every sale of a business day with its documents, in the order of the sales' numbers. */
  sales(date: LocalDate): Iterable<DaySale>
  /** Sales of other days whose documents count for this one, as far as their signed JSON is here. */
  arrivals(date: LocalDate): readonly Arrival[]
  /** What was given for them; change not yet taken off. */
  tenders(date: LocalDate): readonly Tender[]
}
