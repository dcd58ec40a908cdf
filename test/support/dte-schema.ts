import { z } from 'zod'
import {
  buyer,
  buyingIssuer,
  day,
  excludedSubject,
  exporter,
  generationCode,
  identification,
  importer,
  issuer,
  itemAmount,
  noteIssuer,
  taxpayer,
  total,
} from './dte-parts.ts'
import {
  condition,
  extension,
  inland,
  item,
  others,
  paid,
  sale,
  saleItem,
  saleTotals,
  signed,
  taxed,
  terms,
  vatBeside,
  vatCode,
  vatSums,
  zero,
} from './dte-sections.ts'
import { addsUp, itemSums, type Sum, spells, sumOf, totalSums } from './dte-totals.ts'

const factura = z
  .strictObject({
    tipoDte: z.literal('01'),
    identificacion: identification('01', 1),
    emisor: issuer,
    receptor: buyer.nullable(),
    cuerpoDocumento: z
      .array(
        z.strictObject({
          ...saleItem,
          numeroDocumento: z.null(),
          psv: zero,
          noGravado: zero,
          tributos: z.null(),
          ivaItem: itemAmount,
        }),
      )
      .min(1),
    resumen: z.strictObject({ ...sale, tributos: z.null(), totalIva: total }),
    ...inland,
    ...signed,
  })
  .superRefine(
    addsUp(({ cuerpoDocumento, resumen }) => [
      ...itemSums(taxed(cuerpoDocumento)),
      ...totalSums(taxed(cuerpoDocumento), resumen.totalGravada, resumen.totalDescu),
      ...cuerpoDocumento.map(
        (line, index): Sum => [`ivaItem ${index}`, line.ivaItem, (line.ventaGravada / 1.13) * 0.13],
      ),
      ['totalIva', resumen.totalIva, sumOf(cuerpoDocumento.map(({ ivaItem }) => ivaItem))],
      ['subTotal', resumen.subTotal, resumen.totalGravada],
      ['montoTotalOperacion', resumen.montoTotalOperacion, resumen.subTotal],
      ...paid(resumen, resumen.montoTotalOperacion - resumen.ivaRete1),
    ]),
  )

const ccf = z
  .strictObject({
    tipoDte: z.literal('03'),
    identificacion: identification('03', 3),
    emisor: issuer,
    receptor: taxpayer,
    cuerpoDocumento: z
      .array(z.strictObject({ ...saleItem, numeroDocumento: z.null(), psv: zero, noGravado: zero, tributos: vatCode }))
      .min(1),
    resumen: z.strictObject({ ...sale, ...vatBeside }),
    ...inland,
    ...signed,
  })
  .superRefine(
    addsUp(({ cuerpoDocumento, resumen }) => [
      ...itemSums(taxed(cuerpoDocumento)),
      ...totalSums(taxed(cuerpoDocumento), resumen.totalGravada, resumen.totalDescu),
      ...vatSums(resumen),
      ...paid(resumen, resumen.montoTotalOperacion - resumen.ivaRete1),
    ]),
  )

const creditNote = z
  .strictObject({
    tipoDte: z.literal('05'),
    identificacion: identification('05', 3),
    documentoRelacionado: z.tuple([
      z.strictObject({
        tipoDocumento: z.literal('03'),
        tipoGeneracion: z.literal(2),
        numeroDocumento: generationCode,
        fechaEmision: day,
      }),
    ]),
    emisor: noteIssuer,
    receptor: taxpayer,
    ventaTercero: z.null(),
    cuerpoDocumento: z
      .array(z.strictObject({ ...saleItem, numeroDocumento: generationCode, tributos: vatCode }))
      .min(1),
    resumen: z.strictObject({
      ...saleTotals,
      ...vatBeside,
      ivaRete1: zero,
      totalLetras: z.string().max(200),
      condicionOperacion: condition,
    }),
    extension: z.strictObject(extension),
    ...signed,
  })
  .refine(
    ({ cuerpoDocumento, documentoRelacionado: [related] }) =>
      cuerpoDocumento.every(({ numeroDocumento }) => numeroDocumento === related.numeroDocumento),
    'an item names another document than the related one',
  )
  .superRefine(
    addsUp(({ cuerpoDocumento, resumen }) => [
      ...itemSums(taxed(cuerpoDocumento)),
      ...totalSums(taxed(cuerpoDocumento), resumen.totalGravada, resumen.totalDescu),
      ...vatSums(resumen),
      spells(resumen.totalLetras, resumen.montoTotalOperacion),
    ]),
  )

const exportInvoice = z
  .strictObject({
    tipoDte: z.literal('11'),
    identificacion: identification('11', 1, 'motivoContigencia'),
    emisor: exporter,
    receptor: importer,
    ...others,
    cuerpoDocumento: z
      .array(
        z.strictObject({ ...item, ventaGravada: itemAmount, tributos: z.tuple([z.literal('C3')]), noGravado: zero }),
      )
      .min(1),
    resumen: z.strictObject({
      ...terms,
      totalGravada: total,
      descuento: zero,
      porcentajeDescuento: zero,
      totalDescu: total,
      seguro: zero,
      flete: zero,
      montoTotalOperacion: total.positive(),
      totalNoGravado: zero,
      codIncoterms: z.null(),
      descIncoterms: z.null(),
      numPagoElectronico: z.null(),
      observaciones: z.null(),
    }),
    ...signed,
  })
  .superRefine(
    addsUp(({ cuerpoDocumento, resumen }) => [
      ...itemSums(taxed(cuerpoDocumento)),
      ...totalSums(taxed(cuerpoDocumento), resumen.totalGravada, resumen.totalDescu),
      ['montoTotalOperacion', resumen.montoTotalOperacion, resumen.totalGravada],
      ...paid(resumen, resumen.montoTotalOperacion),
    ]),
  )

const purchase = z
  .strictObject({
    tipoDte: z.literal('14'),
    identificacion: identification('14', 1),
    emisor: buyingIssuer,
    sujetoExcluido: excludedSubject,
    cuerpoDocumento: z
      .array(z.strictObject({ ...item, tipoItem: z.union([z.literal(1), z.literal(2)]), compra: itemAmount }))
      .min(1),
    resumen: z.strictObject({
      ...terms,
      totalCompra: total.positive(),
      descu: zero,
      totalDescu: total,
      subTotal: total,
      ivaRete1: zero,
      reteRenta: total,
      observaciones: z.null(),
    }),
    ...signed,
  })
  .superRefine(
    addsUp(({ cuerpoDocumento, resumen }) => {
      const items = cuerpoDocumento.map((line) => ({ ...line, amount: line.compra }))
      const services = items.filter(({ tipoItem }) => tipoItem === 2)
      return [
        ...itemSums(items),
        ...totalSums(items, resumen.totalCompra, resumen.totalDescu),
        ['subTotal', resumen.subTotal, resumen.totalCompra],
        ['reteRenta', resumen.reteRenta, sumOf(services.map(({ amount }) => amount)) / 10],
        ...paid(resumen, resumen.subTotal - resumen.reteRenta),
      ]
    }),
  )

const withTypeOnTop = (value: unknown): unknown => {
  const head = z.looseObject({ identificacion: z.looseObject({ tipoDte: z.string() }) }).safeParse(value)
  return head.success ? { ...head.data, tipoDte: head.data.identificacion.tipoDte } : value
}

/** A signed DTE of any type that the API issues: its formats, and that everything in it adds up. `tipoDte` is lifted to the top. */
export const dteSchema = z.preprocess(
  withTypeOnTop,
  z.discriminatedUnion('tipoDte', [factura, ccf, creditNote, exportInvoice, purchase]),
)
