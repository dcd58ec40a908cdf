import { amountInWords } from '../money/amount-in-words.ts'
import { jsonNumber } from '../money/exact-decimal.ts'
import type { FiscalRecord } from '../registry/fiscal-record.ts'

type Json = Readonly<Record<string, unknown>>

const cents = (amount: bigint): number => jsonNumber(amount, 2)

const payments = ({ invoice, amounts }: FiscalRecord): readonly Json[] => [
  {
    codigo: invoice.paymentMethod,
    montoPago: cents(amounts.due),
    referencia: null,
    plazo: invoice.deadline === null ? null : `0${invoice.deadline}`,
    periodo: invoice.period,
  },
]

const exportSummary = ({ amounts, invoice, ...record }: FiscalRecord): Json => ({
  totalGravada: cents(amounts.gross),
  descuento: 0,
  porcentajeDescuento: 0,
  totalDescu: cents(amounts.discount),
  seguro: 0,
  flete: 0,
  montoTotalOperacion: cents(amounts.gross),
  totalNoGravado: 0,
  totalPagar: cents(amounts.due),
  totalLetras: amountInWords(amounts.due),
  condicionOperacion: invoice.condition,
  pagos: payments({ amounts, invoice, ...record }),
  codIncoterms: null,
  descIncoterms: null,
  numPagoElectronico: null,
  observaciones: null,
})

/** `resumen`: totals with 2 decimals. A 01 counts with VAT included, a 03 on the net base with the tax beside it. */
export const dteSummary = (record: FiscalRecord): Json => {
  const { invoice, amounts } = record
  if (invoice.docType === '11') return exportSummary(record)
  const isCcf = invoice.docType === '03'
  const taxed = cents(isCcf ? amounts.taxable : amounts.gross)
  const vat = { codigo: '20', descripcion: 'Impuesto al Valor Agregado 13%', valor: cents(amounts.vat) }
  return {
    totalNoSuj: 0,
    totalExenta: 0,
    totalGravada: taxed,
    subTotalVentas: taxed,
    descuNoSuj: 0,
    descuExenta: 0,
    descuGravada: 0,
    porcentajeDescuento: 0,
    totalDescu: cents(amounts.discount),
    tributos: isCcf ? [vat] : null,
    subTotal: taxed,
    ...(isCcf && { ivaPerci1: 0 }),
    ivaRete1: cents(amounts.withheld),
    reteRenta: 0,
    montoTotalOperacion: cents(amounts.gross),
    totalNoGravado: 0,
    totalPagar: cents(amounts.due),
    totalLetras: amountInWords(amounts.due),
    ...(!isCcf && { totalIva: cents(amounts.vat) }),
    saldoFavor: 0,
    condicionOperacion: invoice.condition,
    pagos: payments(record),
    numPagoElectronico: null,
  }
}
