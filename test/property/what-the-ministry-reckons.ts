import { decimal, plus, type Rational, times, toCents, toDecimals, whole } from './an-exact-reckoning.ts'

export type WireLine = {
  readonly quantity: number
  readonly unit_price: number
  readonly discount_percentage?: number
  readonly is_service?: true
}

export type Reckoned = { readonly gross: number; readonly vat: number; readonly withheld: number }

const ITEM_DECIMALS = 8
const VAT: Rational = { over: 13n, under: 113n }
const PER_CENT: Rational = { over: 1n, under: 100n }

const item = ({ quantity, unit_price, discount_percentage = 0 }: WireLine): Rational =>
  toDecimals(
    times(times(decimal(quantity), decimal(unit_price)), { over: BigInt(100 - discount_percentage), under: 100n }),
    ITEM_DECIMALS,
  )

const sum = (items: readonly Rational[]): Rational => items.reduce(plus, whole(0))

/**
 * What the tax authority's rules make of a request, in cents: items at 8 decimals, totals at 2, half up, from the items as they are before the totals
 * are rounded. `hasVat` whether prices contain the 13 %; `isLarge` whether the buyer withholds 1 %. Source: MH's normative; Ocote API contract, §2–3.
 */
export const ministryReckons = (
  lines: readonly WireLine[],
  { hasVat, isLarge }: { readonly hasVat: boolean; readonly isLarge: boolean },
): Reckoned => {
  const total = sum(lines.map(item))
  const gross = toCents(total)
  const vat = hasVat ? toCents(times(total, VAT)) : 0
  const taxable = gross - vat
  const services = sum(lines.filter(({ is_service }) => is_service).map(item))
  const income = toCents(times(services, { over: 1n, under: 10n }))
  const large = isLarge && taxable >= 10_000 ? toCents(times({ over: BigInt(taxable), under: 100n }, PER_CENT)) : 0
  return { gross, vat, withheld: hasVat ? large : income }
}
