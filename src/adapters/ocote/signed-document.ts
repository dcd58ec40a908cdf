import { z } from 'zod'
import type { LocalDate } from '#domain/clock/local-time.ts'
import { parseJson } from './wire-answer.ts'

/** The field of MH's public schemas that says for which day a document counts. */
const signed = z.looseObject({ identificacion: z.looseObject({ fecEmi: z.iso.date() }) })

/** The fiscal date that a signed document (`type=json`) carries; null where it has none that is a date. */
export const fiscalDateIn = (text: string): LocalDate | null => {
  const read = signed.safeParse(parseJson(text))
  return read.success ? read.data.identificacion.fecEmi : null
}
