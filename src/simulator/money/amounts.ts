import type { Invoice, InvoiceLine } from '../invoice/invoice.ts'
import { digitsAt, divideHalfUp } from './exact-decimal.ts'

/** Decimals that MH keeps in an item; totals have two. */
export const ITEM_SCALE = 8
const CENTS_PER_ITEM_UNIT = 10n ** BigInt(ITEM_SCALE - 2)

/** One line, in units of 10^-8 dollars. `vat` is what the amount contains, informative. */
export type LineAmounts = { readonly discount: bigint; readonly amount: bigint; readonly vat: bigint }

/** A document's amounts in cents. taxable + vat = gross, gross − withheld = due, list − discount = gross. */
export type Amounts = {
  readonly lines: readonly LineAmounts[]
  readonly list: bigint
  readonly discount: bigint
  readonly gross: bigint
  readonly taxable: bigint
  readonly vat: bigint
  readonly withheld: bigint
  readonly due: bigint
}

const WITHHOLDING_FROM_CENTS = 10_000n

const lineAmounts =
  (vatIncluded: boolean) =>
  ({ quantity, unitPrice, discountPercentage: discount }: InvoiceLine): LineAmounts => {
    const scale = quantity.scale + unitPrice.scale
    const list = digitsAt({ digits: quantity.digits * unitPrice.digits, scale }, ITEM_SCALE)
    const kept = 100n * 10n ** BigInt(discount.scale) - discount.digits
    const exact = { digits: quantity.digits * unitPrice.digits * kept, scale: scale + discount.scale + 2 }
    const amount = digitsAt(exact, ITEM_SCALE)
    return { discount: list - amount, amount, vat: vatIncluded ? divideHalfUp(amount * 13n, 113n) : 0n }
  }

const isWithheldFrom = (invoice: Invoice): boolean =>
  invoice.docType !== '11' && (invoice.customer?.typeContributor ?? 0) >= 3

/**
 * What the document comes to: items at 8 decimals, totals at 2, half up, from the items before they are rounded.
 *
 * Assumptions, where the contract stops: in a 01 and in a 03 the unit price contains the 13 %, and `taxable` is the base
 * without it (gross − vat); an 11 has no VAT, so its base is the whole; the 1 % is taken from `taxable`.
 */
export const amountsOf = (invoice: Invoice): Amounts => {
  const vatIncluded = invoice.docType !== '11'
  const lines = invoice.lines.map(lineAmounts(vatIncluded))
  const sum = lines.reduce((total, line) => total + line.amount, 0n)
  const listSum = lines.reduce((total, line) => total + line.amount + line.discount, 0n)
  const gross = divideHalfUp(sum, CENTS_PER_ITEM_UNIT)
  const vat = vatIncluded ? divideHalfUp(sum * 13n, 113n * CENTS_PER_ITEM_UNIT) : 0n
  const taxable = gross - vat
  const withheld = isWithheldFrom(invoice) && taxable >= WITHHOLDING_FROM_CENTS ? divideHalfUp(taxable, 100n) : 0n
  const list = divideHalfUp(listSum, CENTS_PER_ITEM_UNIT)
  return { lines, list, discount: list - gross, gross, taxable, vat, withheld, due: gross - withheld }
}
