import type { Cents, TenThousandths, Thousandths } from '../money/decimal.ts'
import { roundHalfUp } from '../money/round-half-up.ts'
import { isPrintable } from '../result/printable.ts'
import { type Refusal, refusal } from '../result/refusal.ts'

export const UNITS = ['unit', 'kg'] as const
export type Unit = (typeof UNITS)[number]

/** What is taken off a line: nothing, a share in hundredths of a percent (10 % is 1000), or whole cents. */
export type Discount =
  | { readonly kind: 'none' }
  | { readonly kind: 'percent'; readonly hundredths: number }
  | { readonly kind: 'amount'; readonly cents: Cents }

export const NO_DISCOUNT: Discount = { kind: 'none' }

/** A position of another document, and how much of it: what a credit note takes back, what is left after a return. */
export type PartOf = { readonly position: number; readonly quantity: Thousandths }

/** One position of a sale. Prices include VAT where the document has any. */
export type Line = {
  readonly code: string | null
  readonly description: string
  readonly unit: Unit
  readonly quantity: Thousandths
  readonly unitPrice: TenThousandths
  readonly discount: Discount
  /** A service that we buy: income tax is withheld from it. */
  readonly isService?: true
  readonly partOf?: PartOf
}

export type LineAmounts = { readonly gross: Cents; readonly discount: Cents; readonly amount: Cents }

/** quantity (10⁻³) × unit price (10⁻⁴ dollars), in hundred-thousandths of a cent. */
const PER_CENT = 100_000n
const WHOLE_PERCENT = 10_000n

const keptShare = (discount: Discount): bigint =>
  discount.kind === 'percent' ? WHOLE_PERCENT - BigInt(discount.hundredths) : WHOLE_PERCENT

/** Rounded once, half up, from the exact product; the discount is what is left between gross and amount. */
export const lineAmounts = ({ quantity, unitPrice, discount }: Line): LineAmounts => {
  const exact = BigInt(quantity) * BigInt(unitPrice)
  const gross = roundHalfUp(exact, PER_CENT)
  const amount =
    discount.kind === 'amount'
      ? gross - discount.cents
      : roundHalfUp(exact * keptShare(discount), PER_CENT * WHOLE_PERCENT)
  return { gross, discount: gross - amount, amount }
}

/** Whether quantity × price, and what is left of it after the discount's share, come to whole cents with nothing to round. */
export const isWholeCents = ({ quantity, unitPrice, discount }: Line): boolean => {
  const exact = BigInt(quantity) * BigInt(unitPrice)
  return exact % PER_CENT === 0n && (exact * keptShare(discount)) % (PER_CENT * WHOLE_PERCENT) === 0n
}

export const MAX_DESCRIPTION = 1000
/** Beyond these a slip of the finger or of the scanner is likelier than a sale; 2,000 such lines still add up exactly. */
export const MAX_QUANTITY: Thousandths = 99_999_999
export const MAX_UNIT_PRICE: TenThousandths = 999_999_999
/** The API takes 0–99 % (Ocote API contract, §3). */
const MAX_DISCOUNT_HUNDREDTHS = 9900

export type LineRefusal = Refusal<
  | 'description_missing'
  | 'description_too_long'
  | 'text_not_printable'
  | 'quantity_zero'
  | 'quantity_too_large'
  | 'price_zero'
  | 'price_too_large'
  | 'discount_out_of_range'
  | 'discount_exceeds_line'
  | 'line_amount_zero'
>

const discountRefusal = (line: Line, at: string): LineRefusal | null => {
  const { discount } = line
  if (discount.kind === 'percent' && (discount.hundredths < 0 || discount.hundredths > MAX_DISCOUNT_HUNDREDTHS))
    return refusal('discount_out_of_range', `${at}.discount`)
  if (discount.kind === 'amount' && discount.cents < 0) return refusal('discount_out_of_range', `${at}.discount`)
  const { amount } = lineAmounts(line)
  if (amount < 0) return refusal('discount_exceeds_line', `${at}.discount`)
  return amount === 0 ? refusal('line_amount_zero', at) : null
}

/** The first thing wrong with a line, or null. `at` is where the line stands, for the refusal's field. */
export const lineRefusal = (line: Line, at: string): LineRefusal | null => {
  if (line.description.trim() === '') return refusal('description_missing', `${at}.description`)
  if (line.description.length > MAX_DESCRIPTION)
    return refusal('description_too_long', `${at}.description`, { max: MAX_DESCRIPTION })
  if (!isPrintable(line.description)) return refusal('text_not_printable', `${at}.description`)
  if (line.quantity <= 0) return refusal('quantity_zero', `${at}.quantity`)
  if (line.quantity > MAX_QUANTITY) return refusal('quantity_too_large', `${at}.quantity`)
  if (line.unitPrice <= 0) return refusal('price_zero', `${at}.unit_price`)
  if (line.unitPrice > MAX_UNIT_PRICE) return refusal('price_too_large', `${at}.unit_price`)
  return discountRefusal(line, at)
}
