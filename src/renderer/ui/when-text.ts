import { type Instant, localDate, localTime } from '#domain/clock/local-time.ts'

/** "2026-11-22 10:45" */
export const whenText = (at: Instant): string => `${localDate(at)} ${localTime(at)}`
