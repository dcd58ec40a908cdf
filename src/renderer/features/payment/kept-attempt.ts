import { tender } from '#contract/values.ts'
import type { Tender } from '#domain/sale/tender.ts'

const KEY = 'torogoz.payment-attempt'

/** A press of "Cobrar" whose answer is still awaited: it outlives the screen, so that a reload never sells twice. */
export type Attempt = { readonly attemptId: string; readonly tenders: readonly Tender[] }

export const readAttempt = (): Attempt | null => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null')
    if (typeof kept !== 'object' || kept === null || !('attemptId' in kept) || !('tenders' in kept)) return null
    const tenders = tender.array().safeParse(kept.tenders)
    return tenders.success && typeof kept.attemptId === 'string'
      ? { attemptId: kept.attemptId, tenders: tenders.data }
      : null
  } catch {
    return null
  }
}

export const keepAttempt = (attempt: Attempt | null): void => {
  try {
    if (attempt === null) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, JSON.stringify(attempt))
  } catch {
    // Without storage the attempt lives as long as the screen.
  }
}
