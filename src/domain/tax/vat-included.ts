import type { Cents } from '../money/decimal.ts'
import { roundHalfUp } from '../money/round-half-up.ts'

/** VAT (IVA) of El Salvador, in percent. */
const VAT_PERCENT = 13n

/** The VAT inside an amount that includes it (amount / 1.13 × 0.13): informative on an Invoice, never added to its total. */
export const vatIncluded = (amount: Cents): Cents => roundHalfUp(BigInt(amount) * VAT_PERCENT, 100n + VAT_PERCENT)
