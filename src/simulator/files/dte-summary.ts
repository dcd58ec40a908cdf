import type { DocType } from '../document/document-types.ts'
import { amountInWords } from '../money/amount-in-words.ts'
import { divideHalfUp, jsonNumber } from '../money/exact-decimal.ts'
import type { FiscalRecord } from '../registry/fiscal-record.ts'

type Json = Readonly<Record<string, unknown>>
type Summarise = (record: FiscalRecord) => Json

const cents = (amount: bigint): number => jsonNumber(amount, 2)

const terms: Summarise = ({ content, amounts }) => ({
  totalLetras: amountInWords(amounts.due),
  condicionOperacion: content.condition,
  pagos: [
    {
      codigo: content.paymentMethod,
      montoPago: cents(amounts.due),
      referencia: null,
      plazo: content.deadline === null ? null : `0${content.deadline}`,
      periodo: content.period,
    },
  ],
})

/** Totals of a sale within the country; `discount` is that of the items together. */
const saleTotals = (taxed: bigint, discount: bigint): Json => ({
  totalNoSuj: 0,
  totalExenta: 0,
  totalGravada: cents(taxed),
  subTotalVentas: cents(taxed),
  descuNoSuj: 0,
  descuExenta: 0,
  descuGravada: 0,
  totalDescu: cents(discount),
  subTotal: cents(taxed),
})

/** Counted on the net base, the tax beside it. */
const netTotals: Summarise = ({ amounts }) => ({
  ...saleTotals(amounts.taxable, divideHalfUp(amounts.discount * 100n, 113n)),
  tributos: [{ codigo: '20', descripcion: 'Impuesto al Valor Agregado 13%', valor: cents(amounts.vat) }],
  ivaPerci1: 0,
  ivaRete1: cents(amounts.withheld),
  montoTotalOperacion: cents(amounts.gross),
})

const payable: Summarise = ({ amounts }) => ({
  porcentajeDescuento: 0,
  reteRenta: 0,
  totalNoGravado: 0,
  totalPagar: cents(amounts.due),
  saldoFavor: 0,
  numPagoElectronico: null,
})

const SUMMARIES: { readonly [K in DocType]: Summarise } = {
  '01': (record) => ({
    ...saleTotals(record.amounts.gross, record.amounts.discount),
    ...payable(record),
    ...terms(record),
    tributos: null,
    ivaRete1: cents(record.amounts.withheld),
    montoTotalOperacion: cents(record.amounts.gross),
    totalIva: cents(record.amounts.vat),
  }),
  '03': (record) => ({ ...netTotals(record), ...payable(record), ...terms(record) }),
  '05': (record) => ({
    ...netTotals(record),
    totalLetras: amountInWords(record.amounts.gross),
    condicionOperacion: record.content.condition,
  }),
  '11': (record) => ({
    ...terms(record),
    totalGravada: cents(record.amounts.gross),
    descuento: 0,
    porcentajeDescuento: 0,
    totalDescu: cents(record.amounts.discount),
    seguro: 0,
    flete: 0,
    montoTotalOperacion: cents(record.amounts.gross),
    totalNoGravado: 0,
    totalPagar: cents(record.amounts.due),
    codIncoterms: null,
    descIncoterms: null,
    numPagoElectronico: null,
    observaciones: null,
  }),
  '14': (record) => ({
    ...terms(record),
    totalCompra: cents(record.amounts.gross),
    descu: 0,
    totalDescu: cents(record.amounts.discount),
    subTotal: cents(record.amounts.gross),
    ivaRete1: 0,
    reteRenta: cents(record.amounts.withheld),
    totalPagar: cents(record.amounts.due),
    observaciones: null,
  }),
}

/** `resumen`: totals with 2 decimals. A 01 counts with VAT included, a 03 and a 05 on the net base with the tax beside it. */
export const dteSummary = (record: FiscalRecord): Json => SUMMARIES[record.content.docType](record)
