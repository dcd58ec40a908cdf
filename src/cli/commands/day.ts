import { localDate } from '#domain/clock/local-time.ts'
import { moneyText } from '#domain/money/decimal.ts'
import type { Engine } from '#engine/create-engine.ts'
import { type Done, done } from '../command.ts'
import { readDate } from '../read-date.ts'
import { dollars } from '../show.ts'

type Report = ReturnType<Engine['dayReport']>

const DIFFERENCES: Readonly<Record<Report['differences'][number]['kind'], string>> = {
  without_document: 'venta sin documento',
  alarm: 'referencia de otra venta',
  amounts_differ: 'montos distintos',
  rejected: 'rechazada por Hacienda',
  refused: 'no aceptada por el servicio',
  not_issued: 'sin emitir',
  cancelled: 'anulada',
  amount_untold: 'el servicio no dijo su monto',
}

const sum = (name: string, { count, amount }: Report['sales']): string =>
  `${name.padEnd(28)}${String(count).padStart(7)}${moneyText(amount).padStart(16)}`

/** What was sold and is not issued, or the other way round. */
const lackOf = ({ sales, issued }: Report): Report['sales'] => ({
  count: sales.count - issued.count,
  amount: sales.amount - issued.amount,
})

const numberText = (saleNumber: number): string => String(saleNumber).padStart(6, '0')

const asText = (report: Report): readonly string[] => [
  `Día ${report.date}`,
  sum('Ventas', report.sales),
  sum('Documentos', report.documents),
  sum('Emitidos según el servicio', report.issued),
  sum('Diferencia', lackOf(report)),
  sum('Anulado o devuelto', report.givenBack),
  ...report.types.map((each) => sum(`  tipo ${each.docType}`, each)),
  '',
  ...report.states.map((each) => sum(`  ${each.state}`, each)),
  ...report.methods.map(({ method, amount }) => `  CAT-017 ${method.padEnd(25)}${moneyText(amount).padStart(16)}`),
  '',
  report.differences.length === 0 ? 'Sin diferencias.' : `Diferencias: ${report.differences.length}`,
  ...report.differences.map(
    ({ kind, saleNumber, externalRef, total, reportedTotal }) =>
      `  ${numberText(saleNumber)}  ${DIFFERENCES[kind].padEnd(28)}  ${moneyText(total)} / ${reportedTotal === null ? '—' : moneyText(reportedTotal)}  ${externalRef ?? ''}`,
  ),
  ...report.otherDays.map(
    ({ saleNumber, externalRef, fiscalDate, isEstimated }) =>
      `  ${numberText(saleNumber)}  fecha fiscal ${fiscalDate}${isEstimated ? ' (estimada)' : ''}  ${externalRef}`,
  ),
  ...report.arrivals.map(
    ({ saleNumber, externalRef, total, businessDate }) =>
      `  ${numberText(saleNumber)}  vendida ${businessDate}, cuenta para este día  ${moneyText(total)}  ${externalRef}`,
  ),
]

const asJson = ({ sales, documents, issued, ...report }: Report) => {
  const inDollars = ({ count, amount }: Report['sales']) => ({ count, amount: dollars(amount) })
  return {
    date: report.date,
    sales: inDollars(sales),
    documents: inDollars(documents),
    issued: inDollars(issued),
    given_back: inDollars(report.givenBack),
    types: report.types.map(({ docType, ...each }) => ({ doc_type: docType, ...inDollars(each) })),
    methods: report.methods.map(({ method, amount }) => ({ method, amount: dollars(amount) })),
    states: report.states.map(({ state, ...each }) => ({ state, ...inDollars(each) })),
    differences: report.differences.map(({ kind, saleNumber, externalRef, total, reportedTotal }) => ({
      kind,
      sale_number: saleNumber,
      external_ref: externalRef,
      total: dollars(total),
      reported_total: reportedTotal === null ? null : dollars(reportedTotal),
    })),
    other_days: report.otherDays.map(({ saleNumber, externalRef, total, fiscalDate, isEstimated }) => ({
      sale_number: saleNumber,
      external_ref: externalRef,
      total: dollars(total),
      fiscal_date: fiscalDate,
      estimated: isEstimated,
    })),
    arrivals: report.arrivals.map(({ saleNumber, externalRef, total, businessDate }) => ({
      sale_number: saleNumber,
      external_ref: externalRef,
      total: dollars(total),
      business_date: businessDate,
    })),
  }
}

/** A day's sales held against their documents and the API's amounts; today's where no day is named. */
export const day = (engine: Engine, date: string | undefined): Done => {
  const report = engine.dayReport(readDate(date, 'day') ?? localDate(engine.clock.now()))
  return done(asJson(report), asText(report))
}
