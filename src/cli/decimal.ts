import { z } from 'zod'
import { parseDecimal, type Scale } from '#domain/money/decimal.ts'

/** Without an exponent, which JavaScript writes from 1e-7 down. */
const plainText = (value: number): string => (Math.abs(value) < 1e-6 && value !== 0 ? value.toFixed(20) : String(value))

/** A JSON number, or the same as text, that is exact with so many decimals. */
export const decimal = (scale: Scale) =>
  z.union([z.number(), z.string()]).transform((value, context) => {
    const units = parseDecimal(typeof value === 'number' ? plainText(value) : value, scale)
    if (units !== null) return units
    context.addIssue({ code: 'custom', message: `a number with at most ${scale} decimals` })
    return z.NEVER
  })
