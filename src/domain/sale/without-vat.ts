import { roundHalfUp } from '../money/round-half-up.ts'
import type { Line } from './line.ts'

const CENTS_IN_TEN_THOUSANDTHS = 100

/**
 * A line at the price of the shelf as an export sells it: without the 13 %, each price to the cent, so that the customer can reckon it.
 * Source: Ocote API contract, §3 (the unit price of an 11 has no VAT).
 */
export const withoutVat = (line: Line): Line => {
  const { unitPrice, discount } = line
  const net = roundHalfUp(BigInt(unitPrice), 113n) * CENTS_IN_TEN_THOUSANDTHS
  return {
    ...line,
    unitPrice: net > 0 ? net : CENTS_IN_TEN_THOUSANDTHS,
    ...(discount.kind === 'amount' && {
      discount: { kind: 'amount', cents: roundHalfUp(BigInt(discount.cents) * 100n, 113n) },
    }),
  }
}
