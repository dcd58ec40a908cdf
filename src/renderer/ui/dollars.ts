import { type Cents, decimalText, moneyText, type TenThousandths } from '#domain/money/decimal.ts'

/** "$1,234.56", and "−$0.10" for what is taken off. */
export const dollars = (cents: Cents): string => (cents < 0 ? `−$${moneyText(-cents)}` : `$${moneyText(cents)}`)

const PER_CENT = 100

/** A unit price with the decimals it has: "$3.75", "$25,000.00", "$0.0325". */
export const unitPriceText = (price: TenThousandths): string =>
  price % PER_CENT === 0 ? dollars(price / PER_CENT) : `$${decimalText(price, 4, 2)}`
