/** Quantities are whole thousandths: 0.455 kg is 455. */
export type Thousandths = number

/** Unit prices are whole ten-thousandths of a dollar: $3.75 is 37500. */
export type TenThousandths = number

/** Amounts are whole cents of a dollar. */
export type Cents = number

export type Scale = 2 | 3 | 4

const PATTERN = /^(-?)(\d{1,12})(?:\.(\d+))?$/

/**
 * Reads plain decimal text as a whole number of 10^-scale. No exponent, no thousands separators, at most twelve whole digits.
 * Answers null where the text is not a number, or has more decimals (zeros at the end aside) than the scale holds: nothing is
 * rounded on the way in.
 */
export const parseDecimal = (text: string, scale: Scale): number | null => {
  const match = PATTERN.exec(text.trim())
  if (!match) return null
  const [, sign = '', whole = '0', fraction = ''] = match
  const kept = fraction.replace(/0+$/, '')
  if (kept.length > scale) return null
  const units = Number(whole + kept.padEnd(scale, '0'))
  if (!Number.isSafeInteger(units)) return null
  return sign === '-' && units !== 0 ? -units : units
}

/** The shortest text with at least `decimals` decimals: 455 thousandths → "0.455", 5500 with 2 → "5.50". */
export const decimalText = (units: number, scale: Scale, decimals = 0): string => {
  const digits = String(units < 0 ? -units : units).padStart(scale + 1, '0')
  const whole = digits.slice(0, -scale)
  const fraction = digits.slice(-scale).replace(/0+$/, '').padEnd(decimals, '0')
  return `${units < 0 ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

/** $1,234.56 as "1,234.56": two decimals, commas between thousands, a minus sign (U+2212) before what is taken off. */
export const moneyText = (cents: Cents): string => {
  const [whole = '0', fraction = '00'] = decimalText(cents < 0 ? -cents : cents, 2, 2).split('.')
  return `${cents < 0 ? '−' : ''}${whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')}.${fraction}`
}
