import type { Instant } from '#domain/clock/local-time.ts'

const LOCAL = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'America/El_Salvador',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** El Salvador keeps one time the whole year. */
const OFFSET = '-06:00'
const STAMP = /^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)$/

/** "20261122-104500": local time for the name of a file, sortable. */
export const stampOf = (at: Instant): string => LOCAL.format(at).replaceAll(/[-:]/g, '').replace(' ', '-')

export const instantOf = (stamp: string): Instant | null => {
  const [, year, month, day, hour, minute, second] = STAMP.exec(stamp) ?? []
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${OFFSET}`)
  return Number.isNaN(at) ? null : at
}
