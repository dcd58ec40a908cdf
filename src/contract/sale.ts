import { oc } from '@orpc/contract'
import { z } from 'zod'
import { documentSummary } from './documents.ts'
import { cents, creditTerm, customer, documentType, instant, line, resultOf, tender, totals } from './values.ts'

/** At the prices of the shelf; an invoice unless told. */
export const openSale = z.object({
  lines: z.array(line),
  customer: customer.nullable(),
  docType: documentType.exclude(['05']).exactOptional(),
  credit: creditTerm.exactOptional(),
})

export const completedSale = z.object({
  saleNumber: z.int(),
  completedAt: instant,
  totals,
  /** What is expected to be kept back from the total. */
  withheld: cents,
  change: cents,
  document: documentSummary,
})
export type CompletedSaleView = z.infer<typeof completedSale>

export const heldSale = z.object({ heldId: z.int(), heldAt: instant, sale: openSale, total: cents })
export type HeldSaleView = z.infer<typeof heldSale>

export const sale = {
  /**
   * Answers once the sale is on disk, before anything is sent or printed. `attemptId` is made by the screen for one press of
   * "Cobrar": the same id again answers with the first sale, so that a lost answer never sells twice.
   */
  complete: oc
    .input(openSale.extend({ tenders: z.array(tender), attemptId: z.uuid() }))
    .output(resultOf(completedSale)),
  hold: oc.input(openSale).output(resultOf(heldSale)),
  held: oc.output(z.array(heldSale)),
  /** Takes a held sale back to the counter; it is no longer held. */
  resume: oc.input(z.object({ heldId: z.int() })).output(resultOf(heldSale)),
}
