import type { LocalDate } from '#domain/clock/local-time.ts'
import type { Arrival, DaySale, DaySettlement, DayTender, GivenBack } from '#domain/report/reconcile-day.ts'

export type DayBook = {
  /** Every sale of a business day with its documents, in the order of the sales' numbers. */
  sales(date: LocalDate): Iterable<DaySale>
  /** Sales of other days whose documents count for this one, as far as their signed JSON is here. */
  arrivals(date: LocalDate): readonly Arrival[]
  /** What was given for them; change not yet taken off. */
  tenders(date: LocalDate): readonly DayTender[]
  /** Documents of any day whose cancellation was asked for on this one. */
  givenBack(date: LocalDate): readonly GivenBack[]
  /** Differences between what was paid and what was due, of documents of any day, handed over in cash on this one. */
  settled(date: LocalDate): readonly DaySettlement[]
}
