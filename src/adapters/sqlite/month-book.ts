import { z } from 'zod'
import type { Month, MonthBook } from '#application/ports/month-book.ts'
import type { Connection } from './open-database.ts'

/** The numbers that the documents of a month's sales lie among. */
const RANGE = `
  SELECT min(first_document) AS first, max(last_document) AS last FROM business_day
   WHERE business_date >= :from AND business_date <= :to`

const ISSUED = `state IN ('stamped', 'contingency', 'cancelling', 'cancelled')`

/** Until its signed JSON is here, the local day that the API registered it. */
const COUNTS_FOR = `coalesce(fiscal_date, date(issued_at / 1000, 'unixepoch', '-6 hours'))`

/** Of the month's own sales, and the few of other months that count for it. */
export const MONTH_DOCUMENTS = `
  SELECT external_ref FROM (
    SELECT document_id, external_ref, ${COUNTS_FOR} AS date FROM fiscal_document
     WHERE document_id BETWEEN :first AND :last AND business_date BETWEEN :from AND :to
       AND ${COUNTS_FOR} BETWEEN :from AND :to AND +${ISSUED}
    UNION ALL
    SELECT document_id, external_ref, fiscal_date FROM fiscal_document
     WHERE fiscal_date BETWEEN :from AND :to AND fiscal_date <> business_date AND business_date NOT BETWEEN :from AND :to AND +${ISSUED}
  ) ORDER BY date, document_id`

export const MONTH_NOTED = `
  SELECT external_ref FROM fiscal_document
   WHERE cancelled_at >= :since AND cancelled_at < :until AND automatic_note_id IS NOT NULL ORDER BY cancelled_at`

const range = z.object({ first: z.int().nullable(), last: z.int().nullable() })
const refs = z.array(z.string())

/** Every day of it lies between these two, compared as text. */
const daysOf = (month: Month) => ({ from: `${month}-01`, to: `${month}-31` })

/** Local midnight at the beginning of the month and of the next. */
const instantsOf = (month: Month) => {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
  const [since, until] = [month, next].map((each) => Date.parse(`${each}-01T00:00:00-06:00`))
  return { since, until }
}

export const sqliteMonthBook = (connection: Connection): MonthBook => {
  const rangeOf = connection.prepare(RANGE)
  const documents = connection.prepare(MONTH_DOCUMENTS).pluck()
  const noted = connection.prepare(MONTH_NOTED).pluck()
  return {
    documents: (month) => {
      const days = daysOf(month)
      const { first, last } = range.parse(rangeOf.get(days))
      return refs.parse(documents.all({ ...days, first: first ?? 0, last: last ?? -1 }))
    },
    noted: (month) => refs.parse(noted.all(instantsOf(month))),
  }
}
