const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2] as const

/**
 * A DUI as it is written and sent: eight digits, hyphen, check digit. Null where it is not one: short, all zeros, or with a check
 * digit other than (10 − Σ digit × weight mod 10) mod 10.
 */
export const parseDui = (text: string): string | null => {
  const digits = text.replaceAll(/[\s-]/g, '')
  if (!/^\d{9}$/.test(digits) || /^0+$/.test(digits)) return null
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  if ((10 - (sum % 10)) % 10 !== Number(digits[8])) return null
  return `${digits.slice(0, 8)}-${digits.slice(8)}`
}
