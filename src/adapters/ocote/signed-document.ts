import { z } from 'zod'
import type { SignedFacts } from '#application/ports/fiscal-api.ts'
import { ENVIRONMENTS } from '#domain/document/environment.ts'
import { parseJson } from './wire-answer.ts'

const orNull = <T extends z.ZodType>(shape: T) => shape.nullish().catch(null)
const amount = orNull(z.number().transform((dollars) => Math.round(dollars * 100)))

/** The fields of MH's public schemas that are compared; the 14 has its own name for its total, and each its own for what is withheld. */
const signed = z.looseObject({
  identificacion: z.looseObject({
    ambiente: orNull(z.enum(ENVIRONMENTS)),
    codigoGeneracion: orNull(z.string()),
    numeroControl: orNull(z.string()),
    fecEmi: orNull(z.iso.date()),
  }),
  resumen: orNull(
    z.looseObject({ montoTotalOperacion: amount, totalCompra: amount, ivaRete1: amount, reteRenta: amount }),
  ),
})

/** What a signed document (`type=json`) says of itself; null where it is none. */
export const signedFactsIn = (text: string): SignedFacts | null => {
  const read = signed.safeParse(parseJson(text))
  if (!read.success) return null
  const { identificacion, resumen } = read.data
  const isWithheldTold = resumen?.ivaRete1 != null || resumen?.reteRenta != null
  return {
    environment: identificacion.ambiente ?? null,
    generationCode: identificacion.codigoGeneracion ?? null,
    controlNumber: identificacion.numeroControl ?? null,
    fiscalDate: identificacion.fecEmi ?? null,
    total: resumen?.montoTotalOperacion ?? resumen?.totalCompra ?? null,
    withheld: isWithheldTold ? (resumen.ivaRete1 ?? 0) + (resumen.reteRenta ?? 0) : null,
  }
}
