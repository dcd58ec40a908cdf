import type { Customer } from '#domain/customer/customer.ts'
import { parseDecimal } from '#domain/money/decimal.ts'
import { type Discount, type Line, NO_DISCOUNT, type Unit } from '#domain/sale/line.ts'
import type { OpenSale } from '#domain/sale/sale.ts'

type LineFacts = {
  readonly price: string
  readonly quantity?: string
  readonly unit?: Unit
  readonly discount?: Discount
}

export type Cart = OpenSale & {
  with(description: string, facts: LineFacts): Cart
  for(customer: Partial<Customer>): Cart
}

const exactly = (text: string, scale: 3 | 4): number => {
  const units = parseDecimal(text, scale)
  if (units === null) throw new Error(`no decimal: ${text}`)
  return units
}

const lineOf = (
  description: string,
  { price, quantity = '1', unit = 'unit', discount = NO_DISCOUNT }: LineFacts,
): Line => ({
  code: null,
  description,
  unit,
  quantity: exactly(quantity, 3),
  unitPrice: exactly(price, 4),
  discount,
})

const cartOf = ({ lines, customer }: OpenSale): Cart => ({
  lines,
  customer,
  with: (description, facts) => cartOf({ lines: [...lines, lineOf(description, facts)], customer }),
  for: (named) => cartOf({ lines, customer: { name: null, document: null, email: null, phone: null, ...named } }),
})

/** An empty counter, to be filled with `.with('Café', { price: '5.50', quantity: '2' })`. */
export const aCart = (): Cart => cartOf({ lines: [], customer: null })

/** Coffee for 11.00: the sale that most stories need. */
export const coffee = (): Cart => aCart().with('Café molido', { price: '5.50', quantity: '2' })
