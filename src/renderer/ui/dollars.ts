import { type Cents, decimalText, moneyText, type TenThousandths } from '#domain/money/decimal.ts'

/** "$1,234.56", and "−$0.10" for what is taken off. */
export const dollars = (cents: Cents): string => (cents < 0 ? `−$${moneyText(-cents)}` : `$${moneyText(cents)}`)

/** A unit price with the decimals it has: "$3.75", "$0.0325". */
export const unitPriceText = (price: TenThousandths): string => `$${decimalText(price, 4, 2)}`
