import { z } from 'zod'
import type { DocumentList } from '#application/ports/document-list.ts'
import type { LocalDate } from '#domain/clock/local-time.ts'
import { type Late, NOT_ISSUED } from '#domain/document/deadlines.ts'
import { DOCUMENT_STATES } from '#domain/document/document-state.ts'
import type { Connection } from './open-database.ts'

type Counts = Pick<
  DocumentList,
  'counts' | 'oldestWaitingAt' | 'ministrySilentSince' | 'inContingencySince' | 'unissued'
>

const COUNTED = DOCUMENT_STATES.filter((state) => state !== 'stamped')

/** Nothing is ever deleted and numbers have no gaps, so that the newest number counts them all, and the few others tell how many are stamped. */
const COUNTS = `
  SELECT (SELECT coalesce(max(document_id), 0) FROM fiscal_document) AS every_one,
         ${COUNTED.map((state) => `(SELECT count(*) FROM fiscal_document WHERE state = '${state}') AS "${state}"`).join(', ')}`

const oldestOf = (states: readonly string[]): string => {
  const legs = states.map(
    (state) => `SELECT min(document_id) AS id FROM fiscal_document WHERE state = '${state}' AND document_id >= :first`,
  )
  return `SELECT created_at, business_date FROM fiscal_document WHERE document_id = (SELECT min(id) FROM (${legs.join(' UNION ALL ')}))`
}

const newestOf = (state: string): string =>
  `coalesce((SELECT max(document_id) FROM fiscal_document WHERE state = '${state}'), 0)`

const SILENT_SINCE = `
  SELECT issued_at FROM fiscal_document
   WHERE state = 'contingency' AND document_id > max(${['stamped', 'cancelling', 'cancelled'].map(newestOf).join(', ')})
   ORDER BY document_id LIMIT 1`

const IN_CONTINGENCY_SINCE = `SELECT count(*) FROM fiscal_document WHERE state = 'contingency' AND issued_at <= ?`

/** Of the first day from this one on that has any. */
const FIRST_FROM_DAY = `
  SELECT first_document FROM business_day WHERE business_date >= ? AND first_document IS NOT NULL ORDER BY business_date LIMIT 1`

const UNISSUED_SINCE = `SELECT ${NOT_ISSUED.map(
  (state) => `(SELECT count(*) FROM fiscal_document WHERE state = '${state}' AND document_id >= :first)`,
).join(' + ')}`

const countsRow = z.record(z.enum(['every_one', ...DOCUMENT_STATES]).exclude(['stamped']), z.int())

const oldestRow = z.object({ created_at: z.int(), business_date: z.string() })

export const documentCounts = (connection: Connection): Counts => {
  const counts = connection.prepare(COUNTS)
  const oldestWaiting = connection.prepare(oldestOf(['pending', 'unknown', 'awaiting']))
  const oldestUnissued = connection.prepare(oldestOf(NOT_ISSUED))
  const silentSince = connection.prepare(SILENT_SINCE).pluck()
  const inContingency = connection.prepare(IN_CONTINGENCY_SINCE).pluck()
  const firstFromDay = connection.prepare(FIRST_FROM_DAY).pluck()
  const unissuedSince = connection.prepare(UNISSUED_SINCE).pluck()
  const oldest = (found: unknown) => (found === undefined ? null : oldestRow.parse(found))
  const unissued = (first: number): number => z.int().parse(unissuedSince.get({ first }))
  const oldestFrom = (first: number) => oldest(oldestUnissued.get({ first }))
  const firstFrom = (date: LocalDate): number => z.int().parse(firstFromDay.get(date) ?? Number.MAX_SAFE_INTEGER)
  const late = (count: number, first: number): Late | null => {
    const since = count === 0 ? undefined : oldestFrom(first)?.business_date
    return since === undefined ? null : { count, since }
  }
  return {
    counts: () => {
      const { every_one, ...others } = countsRow.parse(counts.get())
      const notStamped = COUNTED.reduce((sum, state) => sum + others[state], 0)
      return { ...others, stamped: every_one - notStamped }
    },
    oldestWaitingAt: () => oldest(oldestWaiting.get({ first: 0 }))?.created_at ?? null,
    ministrySilentSince: () =>
      z
        .int()
        .nullable()
        .parse(silentSince.get() ?? null),
    inContingencySince: (instant) => z.int().parse(inContingency.get(instant)),
    unissued: (today) => {
      const [firstOfMonth, firstOfToday] = [firstFrom(`${today.slice(0, 7)}-01`), firstFrom(today)]
      const [all, ofMonth, ofToday] = [unissued(0), unissued(firstOfMonth), unissued(firstOfToday)]
      return {
        today: ofToday,
        todaySince: ofToday === 0 ? null : (oldestFrom(firstOfToday)?.created_at ?? null),
        earlierDays: late(ofMonth - ofToday, firstOfMonth),
        earlierMonths: late(all - ofMonth, 0),
      }
    },
  }
}
