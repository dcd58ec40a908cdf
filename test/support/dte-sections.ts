import { z } from 'zod'
import { itemAmount, total } from './dte-parts.ts'
import { type Sum, spells } from './dte-totals.ts'

/** What the types of a DTE have in common: items, totals, terms, and what is the same at the end of each. */

export const zero = z.literal(0)
export const item = {
  numItem: z.int().min(1).max(2000),
  cantidad: itemAmount.positive(),
  codigo: z.null(),
  uniMedida: z.literal(59),
  descripcion: z.string().min(1).max(1000),
  precioUni: itemAmount,
  montoDescu: itemAmount,
}
export const saleItem = {
  ...item,
  tipoItem: z.literal(1),
  codTributo: z.null(),
  ventaNoSuj: zero,
  ventaExenta: zero,
  ventaGravada: itemAmount,
}
export const vatCode = z.tuple([z.literal('20')])

const payment = z.strictObject({
  codigo: z.string().regex(/^\d{2}$/),
  montoPago: total,
  referencia: z.null(),
  plazo: z.enum(['01', '02', '03']).nullable(),
  periodo: z.int().positive().nullable(),
})
export const condition = z.union([z.literal(1), z.literal(2), z.literal(3)])
export const terms = {
  totalPagar: total,
  totalLetras: z.string().max(200),
  condicionOperacion: condition,
  pagos: z.tuple([payment]),
}

export const saleTotals = {
  totalNoSuj: zero,
  totalExenta: zero,
  totalGravada: total,
  subTotalVentas: total,
  descuNoSuj: zero,
  descuExenta: zero,
  descuGravada: zero,
  totalDescu: total,
  subTotal: total,
  ivaRete1: total,
  montoTotalOperacion: total.positive(),
}
export const sale = {
  ...saleTotals,
  ...terms,
  porcentajeDescuento: zero,
  reteRenta: zero,
  totalNoGravado: zero,
  saldoFavor: zero,
  numPagoElectronico: z.null(),
}
export const vatBeside = {
  ivaPerci1: zero,
  tributos: z.tuple([z.strictObject({ codigo: z.literal('20'), descripcion: z.string(), valor: total })]),
}

export const extension = {
  nombEntrega: z.null(),
  docuEntrega: z.null(),
  nombRecibe: z.null(),
  docuRecibe: z.null(),
  observaciones: z.null(),
}
export const signed = {
  apendice: z.null(),
  firmaElectronica: z.string().regex(/^[\w-]+\.[\w-]+\.[\w-]+$/),
  selloRecibido: z.string().regex(/^20\d{2}[0-9A-Z]{36}$/),
}
export const others = { otrosDocumentos: z.null(), ventaTercero: z.null() }
export const inland = {
  documentoRelacionado: z.null(),
  ...others,
  extension: z.strictObject({ ...extension, placaVehiculo: z.null() }),
}

export const paid = (
  { totalPagar, pagos, totalLetras }: z.infer<z.ZodObject<typeof terms>>,
  due: number,
): readonly Sum[] => [
  ['totalPagar', totalPagar, due],
  ['montoPago', pagos[0].montoPago, totalPagar],
  spells(totalLetras, totalPagar),
]
export const taxed = <T extends { ventaGravada: number }>(items: readonly T[]) =>
  items.map((line) => ({ ...line, amount: line.ventaGravada }))

export const vatSums = (resumen: z.infer<z.ZodObject<typeof saleTotals & typeof vatBeside>>): readonly Sum[] => [
  ['tributos', resumen.tributos[0].valor, resumen.totalGravada * 0.13],
  ['subTotal', resumen.subTotal, resumen.totalGravada],
  ['montoTotalOperacion', resumen.montoTotalOperacion, resumen.subTotal + resumen.tributos[0].valor],
]
