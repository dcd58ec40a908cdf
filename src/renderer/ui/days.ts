import type { LocalDate } from '#domain/clock/local-time.ts'

const DAY_MS = 86_400_000

/** The day so many days later, or earlier; a day of the calendar has no time zone. */
export const dayAfter = (date: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** "22/11/2026", as a day is written in El Salvador, in either language. */
export const dayText = (date: LocalDate): string => date.split('-').reverse().join('/')

export const firstOfMonth = (date: LocalDate): LocalDate => `${date.slice(0, 7)}-01`
