/** El Salvador keeps UTC−6 all year. */
const OFFSET_MS = 6 * 60 * 60 * 1000
const DAY_MS = 24 * 60 * 60 * 1000

const localIso = (instant: number): string => new Date(instant - OFFSET_MS).toISOString()

/** The day in El Salvador at an instant (ms since 1970): YYYY-MM-DD, comparable as text. */
export const localDate = (instant: number): string => localIso(instant).slice(0, 10)

/** The time of day in El Salvador at an instant (ms since 1970): HH:MM:SS. */
export const localTime = (instant: number): string => localIso(instant).slice(11, 19)

/** The day after a YYYY-MM-DD. */
export const nextDay = (date: string): string => new Date(Date.parse(date) + DAY_MS).toISOString().slice(0, 10)

/** The same day some calendar months later; the month's last day where it has no such day (30 November + 3 is 28 February). */
export const monthsLater = (date: string, months: number): string => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  lastOfMonth.setUTCDate(Math.min(day, lastOfMonth.getUTCDate()))
  return lastOfMonth.toISOString().slice(0, 10)
}
