import type { LocalDate } from '#domain/clock/local-time.ts'

const DAY_MS = 86_400_000

/** The day so many days later, or earlier; a day of the calendar has no time zone. */
export const dayAfter = (date: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

export const firstOfMonth = (date: LocalDate): LocalDate => `${date.slice(0, 7)}-01`
