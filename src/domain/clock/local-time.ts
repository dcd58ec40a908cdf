/** An instant: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number

/** A day of the local calendar, "YYYY-MM-DD": the business day a sale belongs to. */
export type LocalDate = string

const ZONE = { timeZone: 'America/El_Salvador' } as const
/** Swedish writes dates as ISO 8601 does. */
const DATE = new Intl.DateTimeFormat('sv-SE', { ...ZONE, dateStyle: 'short' })
const TIME = new Intl.DateTimeFormat('sv-SE', { ...ZONE, timeStyle: 'short' })

export const localDate = (at: Instant): LocalDate => DATE.format(at)

/** "10:45" on the 24-hour clock. */
export const localTime = (at: Instant): string => TIME.format(at)

const DAY_MS = 86_400_000
/** El Salvador is six hours behind UTC all year round. */
const BEHIND_UTC_MS = 6 * 3_600_000

/** Local days since 1970-01-01, a whole number: the same as the date, and cheaper to compare. */
export const localDay = (at: Instant): number => {
  const local = at - BEHIND_UTC_MS
  return (local - (((local % DAY_MS) + DAY_MS) % DAY_MS)) / DAY_MS
}
