import { roundHalfUp } from '../money/round-half-up.ts'
import type { Line } from './line.ts'

/** The other way round than `withoutVat`: a line at a price of an export, to the cent, as the shelf would have it. */
export const withVat = (line: Line): Line => {
  const { unitPrice, discount } = line
  return {
    ...line,
    unitPrice: roundHalfUp(BigInt(unitPrice) * 113n, 100n),
    ...(discount.kind === 'amount' && {
      discount: { kind: 'amount', cents: roundHalfUp(BigInt(discount.cents) * 113n, 100n) },
    }),
  }
}
