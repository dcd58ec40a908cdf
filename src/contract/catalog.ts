import { oc } from '@orpc/contract'
import { z } from 'zod'
import { product, resultOf } from './values.ts'

export const catalog = {
  categories: oc.output(z.array(z.string())),
  /** Quick keys of a category, in the shop's order; at most 200. */
  quickKeys: oc.input(z.object({ category: z.string() })).output(z.array(product)),
  /** By name or beginning of the code, accents ignored; fewer than two characters find nothing; at most 20. */
  search: oc.input(z.object({ text: z.string().max(100) })).output(z.array(product)),
  /** Exactly this code. */
  find: oc.input(z.object({ code: z.string().max(100) })).output(resultOf(product)),
}
