import type { DayReportView } from '#contract/reports.ts'
import { type Cents, decimalText } from '#domain/money/decimal.ts'
import type { Text } from '../../i18n/use-text.ts'
import { csvLine } from '../../ui/csv.ts'
import { saleNumberText } from '../../ui/sale-number.ts'
import { lackOf } from './lack-of.ts'
import { signedAmount } from './signed-amount.ts'

const amount = (cents: Cents): string => decimalText(cents, 2, 2)

/** The day's sums, its differences and its other fiscal dates, one below the other. */
export const dayCsv = (report: DayReportView, text: Text): readonly string[] => {
  const sums = (['sales', 'documents', 'issued'] as const).map((side) =>
    csvLine([text(`day.${side}`), report[side].count, amount(report[side].amount)]),
  )
  const differences = report.differences.map(({ kind, saleNumber, externalRef, total, reportedTotal }) =>
    csvLine([
      text(`day.difference.${kind}`),
      saleNumberText(saleNumber),
      externalRef,
      amount(total),
      reportedTotal === null ? null : amount(reportedTotal),
    ]),
  )
  const otherDays = report.otherDays.map(({ saleNumber, externalRef, total, fiscalDate, isEstimated }) =>
    csvLine([saleNumberText(saleNumber), externalRef, amount(total), fiscalDate, isEstimated ? text('csv.yes') : null]),
  )
  const arrivals = report.arrivals.map(({ saleNumber, externalRef, total, businessDate }) =>
    csvLine([saleNumberText(saleNumber), externalRef, amount(total), businessDate]),
  )
  return [
    csvLine([text('day.title'), report.date]),
    csvLine(['', text('day.column_count'), text('day.column_amount')]),
    ...sums,
    csvLine([text('day.lack'), lackOf(report).count, amount(lackOf(report).amount)]),
    csvLine([text('day.given_back'), report.givenBack.count, amount(-report.givenBack.amount)]),
    ...report.types.map((each) =>
      csvLine([text(`doc_type.${each.docType}`), each.count, amount(signedAmount(each.docType, each.amount))]),
    ),
    ...report.states.map((each) => csvLine([text(`state.${each.state}`), each.count, amount(each.amount)])),
    ...report.methods.map((each) => csvLine([text(`method.${each.method}`), null, amount(each.amount)])),
    csvLine([]),
    csvLine([text('csv.kind'), text('csv.sale'), text('csv.reference'), text('csv.total'), text('csv.reported_total')]),
    ...differences,
    csvLine([]),
    csvLine([
      text('csv.sale'),
      text('csv.reference'),
      text('csv.total'),
      text('csv.fiscal_date'),
      text('csv.estimated'),
    ]),
    ...otherDays,
    csvLine([]),
    csvLine([text('csv.sale'), text('csv.reference'), text('csv.total'), text('csv.business_date')]),
    ...arrivals,
  ]
}
