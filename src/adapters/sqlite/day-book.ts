import { z } from 'zod'
import type { DayBook } from '#application/ports/day-book.ts'
import type { LocalDate } from '#domain/clock/local-time.ts'
import { DOCUMENT_STATES } from '#domain/document/document-state.ts'
import { DOCUMENT_TYPES } from '#domain/document/document-type.ts'
import type { DaySale } from '#domain/report/reconcile-day.ts'
import { PAYMENT_METHODS } from '#domain/sale/tender.ts'
import type { Connection } from './open-database.ts'

const RANGE = 'SELECT first_sale, last_sale FROM business_day WHERE business_date = ?'

const SALES = `
  SELECT s.sale_number, s.total_cents, s.change_cents, d.external_ref, d.doc_type, d.state, d.total_cents AS document_cents,
         d.reported_gross_cents, d.amounts_differ, d.issued_at, d.fiscal_date
    FROM sale s LEFT JOIN fiscal_document d ON d.sale_number = s.sale_number
   WHERE s.sale_number BETWEEN :first AND :last AND s.business_date = :date
   ORDER BY s.sale_number`

const TENDERS = `
  SELECT d.doc_type AS docType, t.method, t.amount_cents AS amount
    FROM sale s JOIN fiscal_document d ON d.sale_number = s.sale_number JOIN sale_tender t ON t.sale_number = s.sale_number
   WHERE d.state <> 'withdrawn' AND s.sale_number BETWEEN :first AND :last AND s.business_date = :date`

const ARRIVALS = `
  SELECT sale_number AS saleNumber, external_ref AS externalRef, total_cents AS total, business_date AS businessDate
    FROM fiscal_document WHERE fiscal_date = ? AND fiscal_date <> business_date ORDER BY document_id`

/** What was settled in cash before is no more given back than the change was. */
export const GIVEN_BACK = `
  SELECT d.sale_number AS saleNumber, d.doc_type AS docType, d.total_cents AS total,
         s.change_cents + coalesce((SELECT u.difference_cents FROM due_settlement u WHERE u.document_id = d.document_id AND u.how = 'cash'), 0) AS change
    FROM fiscal_document d JOIN sale s ON s.sale_number = d.sale_number
   WHERE d.cancel_asked_at >= :from AND d.cancel_asked_at < :until ORDER BY d.cancel_asked_at`

const TENDERS_OF = 'SELECT method, amount_cents AS amount FROM sale_tender WHERE sale_number = ? ORDER BY position'

export const SETTLED = `
  SELECT d.doc_type AS docType, x.difference_cents AS difference
    FROM due_settlement x JOIN fiscal_document d ON d.document_id = x.document_id
   WHERE x.settled_at >= :from AND x.settled_at < :until AND x.how = 'cash' ORDER BY x.settled_at`

const DAY_MS = 86_400_000

/** A local day's instants, the last one out. */
const instantsOf = (date: LocalDate) => {
  const from = Date.parse(`${date}T00:00:00-06:00`)
  return { from, until: from + DAY_MS }
}

const range = z.object({ first_sale: z.int().nullable(), last_sale: z.int().nullable() })

const row = z
  .object({
    sale_number: z.int(),
    total_cents: z.int(),
    change_cents: z.int(),
    external_ref: z.string().nullable(),
    doc_type: z.enum(DOCUMENT_TYPES).nullable(),
    state: z.enum(DOCUMENT_STATES).nullable(),
    document_cents: z.int().nullable(),
    reported_gross_cents: z.int().nullable(),
    amounts_differ: z.int().nullable(),
    issued_at: z.int().nullable(),
    fiscal_date: z.string().nullable(),
  })
  .transform((found): DaySale => {
    const { external_ref: externalRef, state, document_cents: total } = found
    return {
      saleNumber: found.sale_number,
      docType: found.doc_type ?? '01',
      total: found.total_cents,
      change: found.change_cents,
      document:
        externalRef === null || state === null || total === null
          ? null
          : {
              externalRef,
              state,
              total,
              reportedTotal: found.reported_gross_cents,
              amountsDiffer: found.amounts_differ === 1,
              issuedAt: found.issued_at,
              fiscalDate: found.fiscal_date,
            },
    }
  })

const arrival = z.object({ saleNumber: z.int(), externalRef: z.string(), total: z.int(), businessDate: z.string() })

const tender = z.object({ method: z.enum(PAYMENT_METHODS), amount: z.int() })
const dayTender = tender.extend({ docType: z.enum(DOCUMENT_TYPES) })
const givenBackRow = z.object({
  saleNumber: z.int(),
  docType: z.enum(DOCUMENT_TYPES),
  total: z.int(),
  change: z.int(),
})

const settlementRow = z.object({ docType: z.enum(DOCUMENT_TYPES), difference: z.int() })

export const sqliteDayBook = (connection: Connection): DayBook => {
  const rangeOf = connection.prepare(RANGE)
  const sales = connection.prepare(SALES)
  const tenders = connection.prepare(TENDERS)
  const givenBack = connection.prepare(GIVEN_BACK)
  const tendersOf = connection.prepare(TENDERS_OF)
  const arrivals = connection.prepare(ARRIVALS)
  const settled = connection.prepare(SETTLED)
  /** The numbers that a day's sales lie among; none lie there where there was no sale. */
  const among = (date: LocalDate) => {
    const found = rangeOf.get(date)
    const { first_sale, last_sale } = found === undefined ? { first_sale: null, last_sale: null } : range.parse(found)
    return { date, first: first_sale ?? 0, last: last_sale ?? -1 }
  }
  return {
    sales: function* (date) {
      for (const found of sales.iterate(among(date))) yield row.parse(found)
    },
    arrivals: (date) => z.array(arrival).parse(arrivals.all(date)),
    tenders: (date) => z.array(dayTender).parse(tenders.all(among(date))),
    givenBack: (date) =>
      z
        .array(givenBackRow)
        .parse(givenBack.all(instantsOf(date)))
        .map(({ saleNumber, ...given }) => ({ ...given, tenders: z.array(tender).parse(tendersOf.all(saleNumber)) })),
    settled: (date) => z.array(settlementRow).parse(settled.all(instantsOf(date))),
  }
}
