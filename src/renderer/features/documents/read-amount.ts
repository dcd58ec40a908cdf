import type { Cents } from '#domain/money/decimal.ts'
import { parseDecimal } from '#domain/money/decimal.ts'

/** "1234.50", and with commas between thousands "1,234.50"; what is still being typed, too: "12." */
const WITH_POINT = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d*)?$/
/** "12,50": three digits after the comma would be thousands. */
const WITH_COMMA = /^\d+,\d{0,2}$/

/** What an amount as it is typed says in cents; null where it is none, or could be two. */
export const readAmount = (typed: string): Cents | null => {
  const plain = typed.trim().replace(/^\$\s*/, '')
  if (WITH_COMMA.test(plain)) return parseDecimal(plain.replace(',', '.').replace(/\.$/, ''), 2)
  return WITH_POINT.test(plain) ? parseDecimal(plain.replaceAll(',', '').replace(/\.$/, ''), 2) : null
}
