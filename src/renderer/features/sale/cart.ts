import type { ProductView } from '#contract/values.ts'
import type { Customer } from '#domain/customer/customer.ts'
import { type CounterType, TRAITS } from '#domain/document/document-type.ts'
import type { Thousandths } from '#domain/money/decimal.ts'
import type { Refusal } from '#domain/result/refusal.ts'
import { refusal } from '#domain/result/refusal.ts'
import { type Discount, type Line, lineRefusal, MAX_QUANTITY, NO_DISCOUNT } from '#domain/sale/line.ts'
import { MAX_LINES, type OpenSale } from '#domain/sale/sale.ts'

/** The open sale on the counter. `selected` is the line that the keys act on; -1 while there is none. */
export type Cart = Omit<OpenSale, 'docType' | 'credit'> & {
  readonly docType: CounterType
  readonly selected: number
  /** Why the last action was not done; null once one was. */
  readonly refused: Refusal | null
}

export type CartAction =
  | { readonly kind: 'add'; readonly line: Line }
  | { readonly kind: 'select'; readonly index: number }
  | { readonly kind: 'step'; readonly by: 1 | -1 }
  | { readonly kind: 'quantity'; readonly index: number; readonly quantity: Thousandths }
  | { readonly kind: 'discount'; readonly index: number; readonly discount: Discount }
  | { readonly kind: 'remove'; readonly index: number }
  | { readonly kind: 'customer'; readonly customer: Customer | null }
  | { readonly kind: 'type'; readonly docType: CounterType }
  | { readonly kind: 'replace'; readonly sale: OpenSale }
  | { readonly kind: 'clear' }

export const ONE: Thousandths = 1_000

export const EMPTY_CART: Cart = { docType: '01', lines: [], customer: null, selected: -1, refused: null }

export const productLine = (product: ProductView, quantity: Thousandths): Line => ({
  code: product.code,
  description: product.name,
  unit: product.unit,
  quantity,
  unitPrice: product.unitPrice,
  discount: NO_DISCOUNT,
})

/** The same goods at the same price with nothing taken off: one line, more of it. Each weighing stays a line of its own. */
const isMoreOf = (known: Line, line: Line): boolean =>
  line.code !== null &&
  line.unit === 'unit' &&
  known.code === line.code &&
  known.unit === 'unit' &&
  known.description === line.description &&
  known.unitPrice === line.unitPrice &&
  known.discount.kind === 'none' &&
  line.discount.kind === 'none' &&
  known.quantity + line.quantity <= MAX_QUANTITY

const refused = (cart: Cart, why: Refusal): Cart => ({ ...cart, refused: why })

const withLine = (cart: Cart, index: number, line: Line): Cart => {
  if (cart.lines[index] === undefined) return cart
  const wrong = lineRefusal(line, `lines.${index}`)
  return wrong ? refused(cart, wrong) : { ...cart, lines: cart.lines.with(index, line), selected: index, refused: null }
}

const added = (cart: Cart, line: Line): Cart => {
  const same = cart.lines.findIndex((known) => isMoreOf(known, line))
  const known = cart.lines[same]
  if (known !== undefined) return withLine(cart, same, { ...known, quantity: known.quantity + line.quantity })
  if (cart.lines.length >= MAX_LINES) return refused(cart, refusal('too_many_lines', 'lines', { max: MAX_LINES }))
  const wrong = lineRefusal(line, `lines.${cart.lines.length}`)
  if (wrong) return refused(cart, wrong)
  return { ...cart, lines: [...cart.lines, line], selected: cart.lines.length, refused: null }
}

const within = (index: number, lines: readonly Line[]): number => Math.max(0, Math.min(index, lines.length - 1))

const removed = (cart: Cart, index: number): Cart => {
  if (cart.lines[index] === undefined) return cart
  const lines = cart.lines.toSpliced(index, 1)
  return { ...cart, lines, selected: lines.length === 0 ? -1 : within(index, lines), refused: null }
}

/** What is bought and what is sold have prices and people of their own: neither becomes the other by a key. */
const typed = (cart: Cart, docType: CounterType): Cart => {
  if (docType === cart.docType) return cart
  const turns = TRAITS[docType].flow !== TRAITS[cart.docType].flow
  if (turns && cart.lines.length > 0) return refused(cart, refusal('purchase_apart', 'doc_type'))
  return { ...cart, docType, refused: null, ...(turns && { customer: null }) }
}

/** Every change of the counter, by the rules of the domain; what they refuse leaves the sale as it was and says why. */
export const cartAfter = (cart: Cart, action: CartAction): Cart => {
  switch (action.kind) {
    case 'add':
      return added(cart, action.line)
    case 'select':
      return cart.lines[action.index] === undefined ? cart : { ...cart, selected: action.index }
    case 'step':
      return cart.lines.length === 0 ? cart : { ...cart, selected: within(cart.selected + action.by, cart.lines) }
    case 'quantity': {
      const line = cart.lines[action.index]
      return line ? withLine(cart, action.index, { ...line, quantity: action.quantity }) : cart
    }
    case 'discount': {
      const line = cart.lines[action.index]
      return line ? withLine(cart, action.index, { ...line, discount: action.discount }) : cart
    }
    case 'remove':
      return removed(cart, action.index)
    case 'customer':
      return { ...cart, customer: action.customer, refused: null }
    case 'type':
      return typed(cart, action.docType)
    case 'replace':
      return {
        ...EMPTY_CART,
        docType: action.sale.docType ?? '01',
        lines: action.sale.lines,
        customer: action.sale.customer,
        selected: action.sale.lines.length - 1,
      }
    case 'clear':
      return EMPTY_CART
  }
}
