import type { InvoiceLine } from '../invoice/invoice.ts'
import { ITEM_SCALE, type LineAmounts } from '../money/amounts.ts'
import { digitsAt, divideHalfUp, jsonNumber } from '../money/exact-decimal.ts'
import type { FiscalRecord } from '../registry/fiscal-record.ts'

type Json = Readonly<Record<string, unknown>>

const item = (digits: bigint): number => jsonNumber(digits, ITEM_SCALE)

/** What is left of an amount without the 13 % that it contains. */
const withoutVat = (digits: bigint): bigint => divideHalfUp(digits * 100n, 113n)

const commonFields = (line: InvoiceLine, index: number): Json => ({
  numItem: index + 1,
  cantidad: item(digitsAt(line.quantity, ITEM_SCALE)),
  codigo: null,
  uniMedida: 59,
  descripcion: line.description,
})

const itemOf = (docType: string, line: InvoiceLine, amounts: LineAmounts, index: number): Json => {
  const price = digitsAt(line.unitPrice, ITEM_SCALE)
  const common = commonFields(line, index)
  if (docType === '11')
    return {
      ...common,
      precioUni: item(price),
      montoDescu: item(amounts.discount),
      ventaGravada: item(amounts.amount),
      tributos: ['C3'],
      noGravado: 0,
    }
  const net = docType === '03' ? withoutVat : (digits: bigint) => digits
  return {
    ...common,
    tipoItem: 1,
    numeroDocumento: null,
    codTributo: null,
    precioUni: item(net(price)),
    montoDescu: item(net(amounts.discount)),
    ventaNoSuj: 0,
    ventaExenta: 0,
    ventaGravada: item(net(amounts.amount)),
    tributos: docType === '03' ? ['20'] : null,
    psv: 0,
    noGravado: 0,
    ...(docType === '01' && { ivaItem: item(amounts.vat) }),
  }
}

/** `cuerpoDocumento`: one item a line, 8 decimals; the prices of a 03 without VAT. `uniMedida` 59 is the unit. */
export const dteItems = ({ invoice, amounts }: FiscalRecord): readonly Json[] =>
  invoice.lines.flatMap((line, index) => {
    const lineAmounts = amounts.lines[index]
    return lineAmounts ? [itemOf(invoice.docType, line, lineAmounts, index)] : []
  })
