import type { Line } from '../document/content.ts'
import type { DocType } from '../document/document-types.ts'
import { ITEM_SCALE, type LineAmounts } from '../money/amounts.ts'
import { digitsAt, divideHalfUp, jsonNumber } from '../money/exact-decimal.ts'
import type { FiscalRecord } from '../registry/fiscal-record.ts'

type Json = Readonly<Record<string, unknown>>

const item = (digits: bigint): number => jsonNumber(digits, ITEM_SCALE)

/** What is left of an amount without the 13 % that it contains. */
const withoutVat = (digits: bigint): bigint => divideHalfUp(digits * 100n, 113n)

const commonFields = (line: Line, index: number): Json => ({
  numItem: index + 1,
  cantidad: item(digitsAt(line.quantity, ITEM_SCALE)),
  codigo: null,
  // The unit.
  uniMedida: 59,
  descripcion: line.description,
})

const contained = (line: Line, { discount, amount }: LineAmounts): Json => ({
  precioUni: item(digitsAt(line.unitPrice, ITEM_SCALE)),
  montoDescu: item(discount),
  ventaGravada: item(amount),
})

const net = (line: Line, { discount, amount }: LineAmounts): Json => ({
  precioUni: item(withoutVat(digitsAt(line.unitPrice, ITEM_SCALE))),
  montoDescu: item(withoutVat(discount)),
  ventaGravada: item(withoutVat(amount)),
})

const SALE: Json = { tipoItem: 1, codTributo: null, ventaNoSuj: 0, ventaExenta: 0 }
const NOTHING_ELSE: Json = { psv: 0, noGravado: 0 }

/** What an item says besides the common fields. */
const OWN_FIELDS: { readonly [K in DocType]: (line: Line, amounts: LineAmounts, record: FiscalRecord) => Json } = {
  '01': (line, amounts) => ({
    ...SALE,
    ...NOTHING_ELSE,
    ...contained(line, amounts),
    numeroDocumento: null,
    tributos: null,
    ivaItem: item(amounts.vat),
  }),
  '03': (line, amounts) => ({
    ...SALE,
    ...NOTHING_ELSE,
    ...net(line, amounts),
    numeroDocumento: null,
    tributos: ['20'],
  }),
  '05': (line, amounts, { content }) => ({
    ...SALE,
    ...net(line, amounts),
    numeroDocumento: content.related?.generationCode,
    tributos: ['20'],
  }),
  '11': (line, amounts) => ({ ...contained(line, amounts), tributos: ['C3'], noGravado: 0 }),
  '14': (line, { discount, amount }) => ({
    // 1 goods, 2 services.
    tipoItem: line.isService ? 2 : 1,
    precioUni: item(digitsAt(line.unitPrice, ITEM_SCALE)),
    montoDescu: item(discount),
    compra: item(amount),
  }),
}

/** `cuerpoDocumento`: one item a line, 8 decimals; the prices of a 03 and a 05 without VAT. */
export const dteItems = (record: FiscalRecord): readonly Json[] =>
  record.content.lines.flatMap((line, index) => {
    const amounts = record.amounts.lines[index]
    return amounts
      ? [{ ...commonFields(line, index), ...OWN_FIELDS[record.content.docType](line, amounts, record) }]
      : []
  })
