import type { CompletedSale } from '#application/ports/stores.ts'
import type { Result } from '#domain/result/result.ts'
import type { OpenSale } from '#domain/sale/sale.ts'
import type { Tender } from '#domain/sale/tender.ts'
import { issuedFacts } from '../../domain/a-document.ts'
import type { Till } from '../a-till.ts'
import { stamped } from '../an-outcome.ts'

/** Hears that what is due next was stamped, with facts of its own; `withheld` as the API has it. */
export const isStamped = (till: Till, gross: number, withheld: number | null = null): void => {
  const number = till.counts().attempt
  const { amounts } = issuedFacts()
  till.hears(
    stamped({
      documentId: `0d9bd12e-0000-4000-8000-${String(number).padStart(12, '0')}`,
      controlNumber: `DTE-${number}`,
      amounts: { ...amounts, gross, withheld },
    }),
  )
}

/** Sold, sent and stamped, for what was given. */
export const sellsAndStamps = (
  till: Till,
  sale: OpenSale,
  tenders: readonly Tender[],
  withheld: number | null = null,
): CompletedSale => {
  const sold = till.sells(sale, tenders)
  isStamped(till, sold.totals.total, withheld)
  return sold
}

/** The value of what has to have gone well. */
export const successOf = <T>(result: Result<T, { readonly code: string }>): T => {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

export const codeOf = (result: Result<unknown, { readonly code: string }>): string =>
  result.ok ? 'ok' : result.error.code
