import type { CreditTerm } from '#domain/sale/sale.ts'
import type { PaymentMethod, Tender } from '#domain/sale/tender.ts'

/** What is not paid yet but owed. Source: CAT-017. */
const OWED: PaymentMethod = '13'
const DAYS = 1

/** In days, as it stands in the field until somebody types another. */
export const USUAL_TERM = '30'

/** The term of a sale that is owed wholly or in part; null where all of it is paid. What cannot be read is a term of 0. */
export const creditOf = (tenders: readonly Pick<Tender, 'method'>[], days: string): CreditTerm | null =>
  tenders.some(({ method }) => method === OWED)
    ? { unit: DAYS, amount: /^\d{1,4}$/.test(days.trim()) ? Number(days) : 0 }
    : null
