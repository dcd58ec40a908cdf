/**
 * The one rounding of this program: `numerator / denominator` to a whole number, halves away from zero, as the Ministry of
 * Finance rounds totals. `denominator` is positive.
 */
export const roundHalfUp = (numerator: bigint, denominator: bigint): number => {
  const magnitude = numerator < 0n ? -numerator : numerator
  const rounded = (2n * magnitude + denominator) / (2n * denominator)
  return Number(numerator < 0n ? -rounded : rounded)
}
