import type { Kept } from '../../ui/kept.ts'
import { type Cart, type CartAction, cartAfter, EMPTY_CART } from './cart.ts'
import type { KeptSale } from './kept-sale.ts'

export type OnCounter = {
  readonly cart: Cart
  /** Null while nothing is being sold. */
  readonly attemptId: string | null
}

/**
 * The open sale, in step with its kept copy and with every other tab. One attempt id belongs to one cart: made with its first line, the
 * same until the sale is confirmed or the cart emptied. Whoever charges the cart, and however often, the engine sells it once.
 */
export const createCounterSale = (kept: Kept<KeptSale>, newId: () => string = () => crypto.randomUUID()) => {
  const nameOf = ({ lines }: Cart, known: string | null): string | null =>
    lines.length === 0 ? null : (known ?? newId())
  const takenFrom = (sale: KeptSale | null): OnCounter => {
    const cart = sale ? cartAfter(EMPTY_CART, { kind: 'replace', sale }) : EMPTY_CART
    return { cart, attemptId: nameOf(cart, sale?.attemptId ?? null) }
  }
  const listeners = new Set<() => void>()
  let known = kept.read()
  let now = takenFrom(known)

  const tell = () => {
    for (const listener of listeners) listener()
  }
  const keep = () => {
    const { lines, customer, docType } = now.cart
    const isBlank = lines.length === 0 && customer === null && docType === '01'
    known = isBlank ? null : { lines, customer, docType, attemptId: now.attemptId }
    kept.write(known)
  }
  const follow = () => {
    const latest = kept.read()
    if (latest === known) return
    known = latest
    now = takenFrom(latest)
    tell()
  }
  const change = (action: CartAction) => {
    follow()
    const { cart: before, attemptId } = now
    const cart = cartAfter(before, action)
    if (cart === before) return
    now = { cart, attemptId: nameOf(cart, action.kind === 'replace' ? null : attemptId) }
    if (cart.lines !== before.lines || cart.customer !== before.customer || cart.docType !== before.docType) keep()
    tell()
  }
  if (now.attemptId !== (known?.attemptId ?? null)) keep()

  return {
    current: () => now,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      const leave = kept.onOtherTab(follow)
      return () => {
        leave()
        listeners.delete(listener)
      }
    },
    change,
    /** As the last tab left it, before anything is done with it that cannot be undone. */
    latest: (): OnCounter => {
      follow()
      return now
    },
    /** The sale of this attempt is on disk. A cart that another tab has begun since stays. */
    sold: (attemptId: string) => {
      follow()
      if (now.attemptId === attemptId) change({ kind: 'clear' })
    },
  }
}
