import { type Instant, type LocalDate, localDate, localTime } from '../clock/local-time.ts'
import type { DocumentState } from './document-state.ts'

/**
 * The tax authority has no valid document of such a sale: the day that it is registered will be its fiscal date. A rejected one keeps the
 * posting date of its first try, says the API contract (§4), and no more; so what is said of these is that the date may be another.
 */
export const NOT_ISSUED: readonly DocumentState[] = ['pending', 'unknown', 'awaiting', 'rejected', 'refused', 'alarm']

export type DeadlineSettings = {
  /** Hours in contingency, without a stamp, that are warned of, and that alarm. */
  readonly contingencyWarnHours: number
  readonly contingencyAlarmHours: number
  /** "18:00", local time: from then on what is not issued is told of. */
  readonly closesAt: string
}

/** What the deadlines are reckoned from. */
export type Due = {
  /** Documents in contingency for the hours that are warned of or longer, and for those that alarm or longer. */
  readonly contingencyWarned: number
  readonly contingencyAlarmed: number
  /** Sales of today that are not issued, and when the oldest of them was made. */
  readonly today: number
  readonly todaySince: Instant | null
  /** Sales of earlier days of this month that are not issued, and of earlier months. */
  readonly earlierDays: Late | null
  readonly earlierMonths: Late | null
}

/** How many there are, never none, and the earliest of their days. */
export type Late = { readonly count: number; readonly since: LocalDate }

export type Deadline =
  | { readonly kind: 'contingency_alarm' | 'contingency_warning'; readonly count: number; readonly hours: number }
  | ({ readonly kind: 'earlier_day' | 'earlier_month' } & Late)
  /** Unless they are issued before midnight they carry another fiscal date, and at the month's end fall into another tax period. */
  | { readonly kind: 'today' | 'today_month_ends'; readonly count: number }

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** A sale that is on its way is not late: told of from then on. */
const ON_ITS_WAY_MS = 120_000

const monthOf = (date: LocalDate): string => date.slice(0, 7)

/** When a document has to be in contingency since, so that it has been there for so many hours now. */
export const hoursAgo = (now: Instant, hours: number): Instant => now - hours * HOUR_MS

const contingencyDeadlines = (due: Due, settings: DeadlineSettings): readonly Deadline[] => {
  const { contingencyWarnHours, contingencyAlarmHours } = settings
  const warned = due.contingencyWarned - due.contingencyAlarmed
  return [
    ...(due.contingencyAlarmed > 0
      ? [{ kind: 'contingency_alarm' as const, count: due.contingencyAlarmed, hours: contingencyAlarmHours }]
      : []),
    ...(warned > 0 ? [{ kind: 'contingency_warning' as const, count: warned, hours: contingencyWarnHours }] : []),
  ]
}

const earlierDeadlines = ({ earlierDays, earlierMonths }: Due): readonly Deadline[] => [
  ...(earlierMonths ? [{ kind: 'earlier_month' as const, ...earlierMonths }] : []),
  ...(earlierDays ? [{ kind: 'earlier_day' as const, ...earlierDays }] : []),
]

/** Today is the last day of its month: a sale that is issued tomorrow falls into another tax period. */
export const isMonthEnding = (now: Instant): boolean => monthOf(localDate(now)) !== monthOf(localDate(now + DAY_MS))

const todayDeadline = ({ today, todaySince }: Due, closesAt: string, now: Instant): readonly Deadline[] => {
  const isClosing = localTime(now) >= closesAt
  if (!isClosing || today === 0 || todaySince === null || now - todaySince < ON_ITS_WAY_MS) return []
  return [{ kind: isMonthEnding(now) ? 'today_month_ends' : 'today', count: today }]
}

/**
 * What a manager must see before it is too late, the gravest first. El Salvador has no daylight saving: a day has 24 hours.
 * Source: MH's normative on contingency (24 h, 72 h); the API sets no issue date, a document counts for the day that it is registered.
 */
export const deadlinesOf = (due: Due, settings: DeadlineSettings, now: Instant): readonly Deadline[] => {
  const contingency = contingencyDeadlines(due, settings)
  const isAlarm = ({ kind }: Deadline): boolean => kind === 'contingency_alarm'
  return [
    ...contingency.filter(isAlarm),
    ...earlierDeadlines(due),
    ...todayDeadline(due, settings.closesAt, now),
    ...contingency.filter((deadline) => !isAlarm(deadline)),
  ]
}

/** How long a document has been in contingency, as far as it matters. */
export const contingencyAge = (
  issuedAt: Instant,
  now: Instant,
  hours: { readonly warn: number; readonly alarm: number },
): 'young' | 'warned' | 'alarmed' => {
  if (issuedAt <= hoursAgo(now, hours.alarm)) return 'alarmed'
  return issuedAt <= hoursAgo(now, hours.warn) ? 'warned' : 'young'
}
