import type { Instant } from '#domain/clock/local-time.ts'
import type { Text } from '../i18n/use-text.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** The same where there is little room: "3 min". */
export const shortAgeText = (at: Instant, now: Instant, text: Text): string => {
  const age = Math.max(0, now - at)
  if (age < HOUR) return text('age.short_minutes', { n: Math.floor(age / MINUTE) })
  if (age < DAY) return text('age.short_hours', { n: Math.floor(age / HOUR) })
  return text('age.short_days', { n: Math.floor(age / DAY) })
}

/** How long ago, in the largest unit that says enough: "hace 3 min". */
export const ageText = (at: Instant, now: Instant, text: Text): string => {
  const age = Math.max(0, now - at)
  if (age < MINUTE) return text('age.now')
  if (age < HOUR) return text('age.minutes', { count: Math.floor(age / MINUTE) })
  if (age < DAY) return text('age.hours', { count: Math.floor(age / HOUR) })
  return text('age.days', { count: Math.floor(age / DAY) })
}
