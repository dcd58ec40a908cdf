import { ok } from '#domain/result/result.ts'
import type { Parts } from '../assemble-parts.ts'
import { implementer } from './implement-contract.ts'
import { mutable } from './mutable.ts'

type Needs = Pick<Parts, 'dayReport' | 'tillView' | 'noteAct' | 'guardDisk' | 'backups' | 'clock'>

export const reportHandlers = ({ dayReport, tillView, noteAct, guardDisk, backups, clock }: Needs) => {
  /** What the journal keeps of it: the sums, and all that was pending. */
  const factsOf = (date: string) => {
    const { sales, issued, differences } = dayReport(date)
    const { pending, attention, inContingency, cancelling } = tillView()
    return {
      date,
      sales: sales.count,
      sold_cents: sales.amount,
      issued_cents: issued.amount,
      differences: differences.length,
      pending: pending.count,
      attention,
      in_contingency: inContingency,
      cancelling,
    }
  }
  return {
    day: implementer.reports.day.handler(({ input }) => mutable(dayReport(input.date))),
    closeDay: implementer.reports.closeDay.handler(async ({ input: { date } }) => {
      const closedAt = clock.now()
      const noted = guardDisk(() => ok(noteAct('day_closed', factsOf(date))))
      if (!noted.ok) return mutable(noted)
      const made = await backups.make()
      const backup = made.ok ? ok({ name: made.value.name, sales: made.value.verified?.sales ?? 0 }) : made
      return mutable(ok({ date, closedAt, backup }))
    }),
  }
}
