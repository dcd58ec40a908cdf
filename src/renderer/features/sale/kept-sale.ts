import { openSale } from '#contract/sale.ts'
import type { OpenSale } from '#domain/sale/sale.ts'
import { keepUnder } from '../../ui/kept.ts'

/** The open sale as the last screen left it. `attemptId` is the one name under which the engine may charge it. */
export type KeptSale = OpenSale & { readonly attemptId: string | null }

export const parseKeptSale = (kept: unknown): KeptSale | null => {
  const sale = openSale.safeParse(kept)
  if (!sale.success || typeof kept !== 'object' || kept === null) return null
  return { ...sale.data, attemptId: 'attemptId' in kept && typeof kept.attemptId === 'string' ? kept.attemptId : null }
}

export const keptSale = keepUnder('torogoz.open-sale', parseKeptSale)
