import { oc } from '@orpc/contract'
import { z } from 'zod'
import { resultOf } from './values.ts'

/** "YYYY-MM". */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

export const exportedMonth = z.object({
  /** The whole path of the ZIP. */
  file: z.string(),
  documents: z.int(),
  files: z.int(),
  /** Files that the month should have and has not got yet; they are wished for. */
  missing: z.int(),
})
export type ExportedMonthView = z.infer<typeof exportedMonth>

export const monthQuestions = {
  /** Writes the ZIP of a month by the days that its documents count for; answers once it is whole. */
  exportMonth: oc.input(z.object({ month })).output(resultOf(exportedMonth)),
  /** Wishes for all that the month lacks, the letter PDFs of its invoices too; they come when no sale wants the line. */
  fetchMonth: oc.input(z.object({ month })).output(resultOf(z.object({ wished: z.int() }))),
}
