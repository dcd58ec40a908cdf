import { parseDui } from './dui.ts'

export type Nit = {
  /** As sent: 14 digits, or the nine of the holder's DUI, without hyphens. */
  readonly digits: string
  /** A wrong check digit warns and never blocks: old numbers with one are in use. */
  readonly checkDigitFits: boolean
}

const OLD_WEIGHTS = [14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2] as const
const NEW_WEIGHTS = [2, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2] as const
const LAST_OLD_SERIAL = 100

const weighted = (digits: string, weights: readonly number[]): number =>
  weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0) % 11

const checkDigit = (digits: string): number => {
  if (Number(digits.slice(10, 13)) <= LAST_OLD_SERIAL) return weighted(digits, OLD_WEIGHTS) % 10
  const rest = weighted(digits, NEW_WEIGHTS)
  return rest > 1 ? 11 - rest : 0
}

/** Reads a NIT of 14 digits, or of 9 (the holder's DUI); hyphens and spaces are ignored. Null where it is neither. */
export const parseNit = (text: string): Nit | null => {
  const digits = text.replaceAll(/[\s-]/g, '')
  if (/^\d{9}$/.test(digits)) return parseDui(digits) === null ? null : { digits, checkDigitFits: true }
  if (!/^\d{14}$/.test(digits) || /^0+$/.test(digits)) return null
  return { digits, checkDigitFits: checkDigit(digits) === Number(digits[13]) }
}
