import { oc } from '@orpc/contract'
import { z } from 'zod'
import { DIFFERENCES } from '#domain/report/reconcile-day.ts'
import { PAYMENT_METHODS } from '#domain/sale/tender.ts'
import { cents, documentState, documentType, externalRef, instant, localDate, resultOf } from './values.ts'

const sum = z.object({ count: z.int(), amount: cents })

/** A day's sales held against their documents, and these against what the API has of them. */
export const dayReport = z.object({
  date: localDate,
  sales: sum,
  documents: sum,
  /** What the API issued, by its own amounts. */
  issued: sum,
  /** Cancelled or returned on this day, of whatever day they were. */
  givenBack: sum,
  types: z.array(sum.extend({ docType: documentType })),
  /** What the drawer has by the way of paying. */
  methods: z.array(z.object({ method: z.enum(PAYMENT_METHODS), amount: cents })),
  states: z.array(sum.extend({ state: documentState })),
  /** Every one, the gravest kind first. */
  differences: z.array(
    z.object({
      kind: z.enum(DIFFERENCES),
      saleNumber: z.int(),
      externalRef: externalRef.nullable(),
      total: cents,
      reportedTotal: cents.nullable(),
    }),
  ),
  /** Sales whose document counts for another day than their own. */
  otherDays: z.array(
    z.object({
      saleNumber: z.int(),
      externalRef,
      total: cents,
      fiscalDate: localDate,
      /** Taken from when the API registered it, for the signed JSON is not here. */
      isEstimated: z.boolean(),
    }),
  ),
  /** Sales of other days whose document counts for this one. */
  arrivals: z.array(z.object({ saleNumber: z.int(), externalRef, total: cents, businessDate: localDate })),
})
export type DayReportView = z.infer<typeof dayReport>

/** What closing a day came to: it is closed either way. */
export const closedDay = z.object({
  date: localDate,
  closedAt: instant,
  /** The backup that was made of it and checked, or why there is none. */
  backup: resultOf(z.object({ name: z.string(), sales: z.int() })),
})
export type ClosedDayView = z.infer<typeof closedDay>

export const reports = {
  /** The day as it stands now; a day without sales is empty. */
  day: oc.input(z.object({ date: localDate })).output(dayReport),
  /** A day as it stands now: noted in the journal, and backed up. Nothing stops: whoever sells on closes again. */
  closeDay: oc.input(z.object({ date: localDate })).output(resultOf(closedDay)),
}
