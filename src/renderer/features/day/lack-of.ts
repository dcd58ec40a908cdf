import type { DayReportView } from '#contract/reports.ts'

/** What was sold and is not issued, or the other way round. */
export const lackOf = ({ sales, issued }: DayReportView): DayReportView['sales'] => ({
  count: sales.count - issued.count,
  amount: sales.amount - issued.amount,
})
