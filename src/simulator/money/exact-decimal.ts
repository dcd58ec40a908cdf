/** An exact decimal number, zero or more: digits × 10^-scale. Nothing here ever passes through a binary fraction. */
export type Decimal = { readonly digits: bigint; readonly scale: number }

const NUMBER_TEXT = /^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/

/**
 * The decimal that a JSON number was written as: its shortest decimal text, so 0.1 is one tenth exactly.
 * `value` is finite and not negative; anything else is a bug of the caller and throws.
 */
export const decimalOf = (value: number): Decimal => {
  const [, whole, fraction = '', exponent = '0'] = NUMBER_TEXT.exec(String(value)) ?? []
  if (whole === undefined) throw new RangeError(`not a non-negative finite number: ${value}`)
  const digits = BigInt(whole + fraction)
  const scale = fraction.length - Number(exponent)
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 }
}

/** numerator / denominator to the nearest integer, a half upwards. Both are non-negative, the denominator is not 0. */
export const divideHalfUp = (numerator: bigint, denominator: bigint): bigint =>
  (2n * numerator + denominator) / (2n * denominator)

/** The digits of the decimal at another scale, a half upwards where digits are lost. */
export const digitsAt = ({ digits, scale }: Decimal, wanted: number): bigint =>
  wanted >= scale ? digits * 10n ** BigInt(wanted - scale) : divideHalfUp(digits, 10n ** BigInt(scale - wanted))

/** Scaled digits as text with exactly `scale` decimals: (1100n, 2) is '11.00'. Works below zero too. */
export const decimalText = (digits: bigint, scale: number): string => {
  const sign = digits < 0n ? '-' : ''
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0')
  return scale === 0 ? sign + text : `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`
}

/** Cents as text: 1100n is '11.00'. */
export const centsText = (cents: bigint): string => decimalText(cents, 2)

/** The JSON number whose shortest text is this amount: only for the edge, never to calculate with. */
export const jsonNumber = (digits: bigint, scale: number): number => Number(decimalText(digits, scale))

/** A decimal as a person writes it: no trailing zeros, at least `decimals` places. */
export const plainText = ({ digits, scale }: Decimal, decimals = 0): string => {
  const text = decimalText(digits, scale)
  if (!text.includes('.')) return decimals > 0 ? `${text}.${'0'.repeat(decimals)}` : text
  const [whole = '0', fraction = ''] = text.split('.')
  const kept = fraction.replace(/0+$/, '').padEnd(decimals, '0')
  return kept === '' ? whole : `${whole}.${kept}`
}
