import { openSale } from '#contract/sale.ts'
import { type Cart, cartAfter, EMPTY_CART } from './cart.ts'

const KEY = 'torogoz.open-sale'

/** The open sale as the last screen left it, or an empty one. What cannot be read any more is not guessed at. */
export const readKeptSale = (): Cart => {
  try {
    const kept = openSale.safeParse(JSON.parse(localStorage.getItem(KEY) ?? 'null'))
    return kept.success ? cartAfter(EMPTY_CART, { kind: 'replace', sale: kept.data }) : EMPTY_CART
  } catch {
    return EMPTY_CART
  }
}

/** A full or forbidden storage costs the safety of a reload, not the sale. */
export const keepSale = ({ lines, customer }: Cart): void => {
  try {
    if (lines.length === 0 && customer === null) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, JSON.stringify({ lines, customer }))
  } catch {
    // The sale stays in memory.
  }
}
