import { oc } from '@orpc/contract'
import { z } from 'zod'
import { instant, resultOf } from './values.ts'

/** A database to go back to, checked page by page. */
export const rescueCandidate = z.object({
  file: z.string(),
  at: instant,
  bytes: z.int(),
  sales: z.int(),
  lastNumber: z.int(),
  lastSaleAt: instant.nullable(),
  /** It is the present one, which opens but ends too early. */
  isPresent: z.boolean(),
})
export type RescueCandidate = z.infer<typeof rescueCandidate>

export const rescueReport = z.object({
  sales: z.int(),
  brought: z.int(),
  missed: z.array(z.int()),
  asked: z.int(),
  aside: z.string(),
})
export type RescueReport = z.infer<typeof rescueReport>

export const rescueView = z.object({
  code: z.enum(['database_missing', 'database_damaged', 'database_behind']),
  file: z.string(),
  check: z.enum(['file', 'header', 'pages', 'disk', 'numbers']),
  detail: z.string(),
  goodAt: instant.nullable(),
  /** The highest running number that is known to have been used; 0 where none is. */
  lastNumber: z.int(),
  /** The best database to go on with; null where there is none, and only what can be read is left. */
  newest: rescueCandidate.nullable(),
  /** What came of it, once it is done. */
  report: rescueReport.nullable(),
})
export type RescueView = z.infer<typeof rescueView>

export const rescue = {
  /** Null where the till opened as it should. */
  view: oc.output(rescueView.nullable()),
  /** What is in this file, and whether it is whole. */
  examine: oc.input(z.object({ file: z.string().min(1).max(1000) })).output(resultOf(rescueCandidate)),
  /** Goes on with this database; null makes a new one of what can be read, where there is no good backup. The till opens by itself afterwards. */
  restore: oc.input(z.object({ file: z.string().max(1000).nullable() })).output(resultOf(rescueReport)),
}
