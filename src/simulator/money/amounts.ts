import type { Content, Line } from '../document/content.ts'
import { DOCUMENT_TYPES } from '../document/document-types.ts'
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
  (hasVat: boolean) =>
  ({ quantity, unitPrice, discountPercentage: discount }: Line): LineAmounts => {
    const scale = quantity.scale + unitPrice.scale
    const list = digitsAt({ digits: quantity.digits * unitPrice.digits, scale }, ITEM_SCALE)
    const kept = 100n * 10n ** BigInt(discount.scale) - discount.digits
    const exact = { digits: quantity.digits * unitPrice.digits * kept, scale: scale + discount.scale + 2 }
    const amount = digitsAt(exact, ITEM_SCALE)
    return { discount: list - amount, amount, vat: hasVat ? divideHalfUp(amount * 13n, 113n) : 0n }
  }

type Priced = Pick<Content, 'docType' | 'lines' | 'party'>

const withheldOf = ({ docType, lines, party }: Priced, items: readonly LineAmounts[], taxable: bigint): bigint => {
  switch (DOCUMENT_TYPES[docType].withheld) {
    case 'vat': {
      const isLarge = (party?.typeContributor ?? 0) >= 3
      return isLarge && taxable >= WITHHOLDING_FROM_CENTS ? divideHalfUp(taxable, 100n) : 0n
    }
    case 'income_tax': {
      const services = items.reduce((sum, { amount }, index) => (lines[index]?.isService ? sum + amount : sum), 0n)
      return divideHalfUp(services, 10n * CENTS_PER_ITEM_UNIT)
    }
    case 'nothing':
      return 0n
  }
}

/**
 * What the document comes to: items at 8 decimals, totals at 2, half up, from the items before they are rounded.
 * Source: Ocote API contract, §2 (income tax) and §3 (VAT and its withholding).
 *
 * Assumptions, where the contract stops: in a 03 and a 05 too the unit price contains the 13 %, and `taxable` is the base
 * without it (gross − vat); an 11 and a 14 have no VAT, so their base is the whole; the 1 % is taken from `taxable`, the
 * 10 % from the sum of the services.
 */
export const amountsOf = (content: Priced): Amounts => {
  const hasVat = DOCUMENT_TYPES[content.docType].vat !== 'none'
  const lines = content.lines.map(lineAmounts(hasVat))
  const sum = lines.reduce((total, line) => total + line.amount, 0n)
  const listSum = lines.reduce((total, line) => total + line.amount + line.discount, 0n)
  const gross = divideHalfUp(sum, CENTS_PER_ITEM_UNIT)
  const vat = hasVat ? divideHalfUp(sum * 13n, 113n * CENTS_PER_ITEM_UNIT) : 0n
  const taxable = gross - vat
  const withheld = withheldOf(content, lines, taxable)
  const list = divideHalfUp(listSum, CENTS_PER_ITEM_UNIT)
  return { lines, list, discount: list - gross, gross, taxable, vat, withheld, due: gross - withheld }
}
