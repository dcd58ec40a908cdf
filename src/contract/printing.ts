import { oc } from '@orpc/contract'
import { z } from 'zod'
import { externalRef, instant, resultOf } from './values.ts'

export const printJob = z.object({
  jobId: z.int(),
  externalRef,
  /** null until it is decided which paper this will be. */
  paper: z.enum(['ticket', 'text_ticket', 'slip']).nullable(),
  state: z.enum(['waiting', 'printing', 'printed', 'failed', 'unknown']),
  copy: z.int(),
  code: z.string().nullable(),
  at: instant,
})
export type PrintJobView = z.infer<typeof printJob>

/** A paper that came out of the virtual printer. */
export const virtualPaper = z.object({
  number: z.int(),
  at: instant,
  /** data:image/png;base64,… */
  picture: z.string(),
  width: z.int(),
  height: z.int(),
})
export type VirtualPaperView = z.infer<typeof virtualPaper>

export const printing = {
  /** The newest first, at most 50. */
  jobs: oc.output(z.array(printJob)),
  /** Prints a failed or unknown job again, as a reprint. */
  again: oc.input(z.object({ jobId: z.int() })).output(resultOf(z.object({ jobId: z.int() }))),
  /** Whether the printer answers now. */
  test: oc.output(resultOf(z.object({ state: z.enum(['ready', 'none']) }))),
  /** Papers of the virtual printer newer than `after`, oldest first; empty outside training. */
  papers: oc.input(z.object({ after: z.int() })).output(z.array(virtualPaper)),
}
