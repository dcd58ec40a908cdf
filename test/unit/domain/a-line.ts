import { type Line, NO_DISCOUNT } from '#domain/sale/line.ts'

/** One bag of coffee at 5.50. */
export const aLine = (changes: Partial<Line> = {}): Line => ({
  code: null,
  description: 'Café molido',
  unit: 'unit',
  quantity: 1000,
  unitPrice: 55_000,
  discount: NO_DISCOUNT,
  ...changes,
})

/** A line whose amount is so many cents. */
export const aLineOf = (cents: number): Line => aLine({ unitPrice: cents * 100 })

export const percent = (hundredths: number): Line['discount'] => ({ kind: 'percent', hundredths })
export const amountOff = (cents: number): Line['discount'] => ({ kind: 'amount', cents })
