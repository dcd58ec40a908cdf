import { oc } from '@orpc/contract'
import { z } from 'zod'
import { instant, resultOf } from './values.ts'

const codedName = z.object({ code: z.string(), name: z.string() })

export const activity = z.object({ code: z.string(), description: z.string() })
export type ActivityView = z.infer<typeof activity>

export const place = z.discriminatedUnion('kind', [
  codedName.extend({ kind: z.literal('municipality'), department: codedName }),
  z.object({
    kind: z.literal('district'),
    /** The UUID that the API takes. */
    id: z.string(),
    name: z.string(),
    municipality: codedName,
    department: codedName,
  }),
])
export type PlaceView = z.infer<typeof place>

export const taxCatalogsState = z.object({
  /** Null where there are none yet. */
  refreshedAt: instant.nullable(),
  isRefreshing: z.boolean(),
  activities: z.int(),
  /** Municipalities and districts. */
  places: z.int(),
  /** Why there are none yet, as a refusal's code; null where there are any, however old. */
  trouble: z.string().nullable(),
})
export type TaxCatalogsState = z.infer<typeof taxCatalogsState>

const search = z.object({ text: z.string().max(100) })

/** The tax authority's catalogues as they are kept here: the same with and without a line to the API. */
export const taxCatalogs = {
  /** By words of the description or the beginning of the code, accents ignored; fewer than two characters find nothing; at most 20. */
  activities: oc.input(search).output(z.array(activity)),
  /** By words of its name, its municipality's or its department's, likewise. */
  places: oc.input(search).output(z.array(place)),
  state: oc.output(taxCatalogsState),
  /** Begins to ask the API for all of them anew, which takes minutes, and answers at once; refused where the API cannot be asked. */
  refresh: oc.output(resultOf(taxCatalogsState)),
}
