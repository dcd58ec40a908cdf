import type { OpenSale } from '#domain/sale/sale.ts'
import { asType, soldInTurn } from '#support/every-act.ts'
import { anyCart } from './any-cart.ts'
import { wholeFrom } from './seeded.ts'

/** What anybody might buy or sell, as any type of document. */
export const anySale = (random: () => number): OpenSale =>
  asType(soldInTurn(wholeFrom(random, 0, 999)), anyCart(random))
