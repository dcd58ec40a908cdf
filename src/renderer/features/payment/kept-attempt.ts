import { openSale } from '#contract/sale.ts'
import { tender } from '#contract/values.ts'
import type { OpenSale } from '#domain/sale/sale.ts'
import type { Tender } from '#domain/sale/tender.ts'
import { keepUnder } from '../../ui/kept.ts'

/** A press of "Cobrar" whose answer is still awaited, whole: it can be asked about again even when the cart is gone. */
export type Attempt = OpenSale & { readonly attemptId: string; readonly tenders: readonly Tender[] }

const parse = (kept: unknown): Attempt | null => {
  if (typeof kept !== 'object' || kept === null || !('attemptId' in kept) || !('tenders' in kept)) return null
  const sale = openSale.safeParse(kept)
  const tenders = tender.array().safeParse(kept.tenders)
  return sale.success && tenders.success && typeof kept.attemptId === 'string'
    ? { ...sale.data, attemptId: kept.attemptId, tenders: tenders.data }
    : null
}

/** It outlives the screen, so that a reload never sells twice, and holds every tab back until it is answered. */
export const keptAttempt = keepUnder('torogoz.payment-attempt', parse)
