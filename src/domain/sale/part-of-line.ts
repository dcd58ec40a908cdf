import { type Cents, decimalText, type Thousandths } from '../money/decimal.ts'
import { roundHalfUp } from '../money/round-half-up.ts'
import { isWholeCents, type Line, lineAmounts, MAX_DESCRIPTION, NO_DISCOUNT } from './line.ts'

const ONE: Thousandths = 1000

/** What so much of a line comes to: its share of the line's amount, so that all shares together are the whole line to the cent. */
const shareOf = (line: Line, quantity: Thousandths): Cents =>
  roundHalfUp(BigInt(lineAmounts(line).amount) * BigInt(quantity), BigInt(line.quantity))

/** The first half of a character that a cut took the second from. */
const LONE_HALF = /[\uD800-\uDBFF]$/

/** "Queso fresco (0.455 kg)". */
const described = ({ description, unit }: Line, quantity: Thousandths): string => {
  const tail = ` (${decimalText(quantity, 3)}${unit === 'kg' ? ' kg' : ''})`
  return description.slice(0, MAX_DESCRIPTION - tail.length).replace(LONE_HALF, '') + tail
}

/**
 * `quantity` (> 0) of the line at `position`, of which `before` (≥ 0) went the same way already, for `given` in all; together never more than the line
 * has, and with its last part exactly what the line comes to. The same prices where they come to whole cents, else one piece at what it comes to,
 * which may be nothing.
 */
export const partOfLine = (
  line: Line,
  position: number,
  quantity: Thousandths,
  before: Thousandths,
  given: Cents = shareOf(line, before),
): Line => {
  const partOf = { position, quantity }
  const natural = { ...line, quantity, partOf }
  const amount = shareOf(line, before + quantity) - given
  if (line.discount.kind !== 'amount' && isWholeCents(natural) && lineAmounts(natural).amount === amount) return natural
  if (quantity === line.quantity && given === 0) return natural
  return {
    ...natural,
    description: described(line, quantity),
    unit: 'unit',
    quantity: ONE,
    unitPrice: amount * 100,
    discount: NO_DISCOUNT,
  }
}
