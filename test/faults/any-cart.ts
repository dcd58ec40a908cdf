import { decimalText } from '#domain/money/decimal.ts'
import { aCart, type Cart } from '#support/a-cart.ts'
import { wholeFrom } from './seeded.ts'

const GOODS = ['Café molido', 'Queso fresco', 'Tortillas (paquete de 10)', 'Jabón Ñandú', 'Tomate', 'Papa']

/** One to three lines that anybody might buy, weighed goods and discounts among them. */
export const anyCart = (random: () => number): Cart => {
  const lines = Array.from({ length: wholeFrom(random, 1, 3) })
  return lines.reduce<Cart>((cart) => {
    const weighed = random() < 0.3
    return cart.with(GOODS[wholeFrom(random, 0, GOODS.length - 1)] ?? 'Papa', {
      price: decimalText(wholeFrom(random, 25, 2_500), 2),
      quantity: weighed ? decimalText(wholeFrom(random, 100, 3_000), 3) : String(wholeFrom(random, 1, 4)),
      unit: weighed ? 'kg' : 'unit',
      discount: random() < 0.2 ? { kind: 'percent', hundredths: 1_000 } : { kind: 'none' },
    })
  }, aCart())
}
