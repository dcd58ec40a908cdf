import { expect, test } from 'vitest'
import { type Line, NO_DISCOUNT } from '#domain/sale/line.ts'
import { MAX_LINES } from '#domain/sale/sale.ts'
import {
  type Cart,
  type CartAction,
  cartAfter,
  EMPTY_CART,
  productLine,
} from '../../../src/renderer/features/sale/cart.ts'

const coffee: Line = {
  code: '7410001000011',
  description: 'Café molido 400 g',
  unit: 'unit',
  quantity: 1_000,
  unitPrice: 55_000,
  discount: NO_DISCOUNT,
}
const cheese: Line = {
  ...coffee,
  code: '2001',
  description: 'Queso fresco',
  unit: 'kg',
  quantity: 455,
  unitPrice: 37_500,
}

const after = (...actions: readonly CartAction[]): Cart => actions.reduce(cartAfter, EMPTY_CART)
const add = (line: Line): CartAction => ({ kind: 'add', line })

test('the same product scanned again is one line with more of it', () => {
  expect(after(add(coffee), add(cheese), add({ ...coffee, quantity: 2_000 }))).toEqual({
    ...EMPTY_CART,
    lines: [{ ...coffee, quantity: 3_000 }, cheese],
    selected: 0,
  })
})

test('another price, a discount, a weighing and an article without a code stay lines of their own', () => {
  const cheaper = { ...coffee, unitPrice: 50_000 }
  const free = { ...coffee, code: null }
  const discount = { kind: 'percent', hundredths: 1_000 } as const
  const cart = after(
    add(coffee),
    add(cheaper),
    add(cheese),
    add(cheese),
    add(free),
    add(free),
    { kind: 'discount', index: 0, discount },
    add(coffee),
  )
  expect(cart.lines).toEqual([{ ...coffee, discount }, cheaper, cheese, cheese, free, free, coffee])
})

test.each([
  ['quantity 0', add({ ...coffee, quantity: 0 }), 'quantity_zero'],
  ['price 0', add({ ...coffee, unitPrice: 0 }), 'price_zero'],
  ['a line of 0.00', add({ ...coffee, unitPrice: 1 }), 'line_amount_zero'],
])('%s is refused and the sale stays as it was', (_, action, code) => {
  const before = after(add(cheese))
  const cart = cartAfter(before, action)
  expect({ lines: cart.lines, code: cart.refused?.code }).toEqual({ lines: before.lines, code })
})

test('a quantity or a discount that the domain refuses changes nothing; the next good change takes the message away', () => {
  const before = after(add(coffee))
  const none = cartAfter(before, { kind: 'quantity', index: 0, quantity: 0 })
  const tooMuch = cartAfter(before, { kind: 'discount', index: 0, discount: { kind: 'amount', cents: 551 } })
  expect([none.lines, none.refused?.code]).toEqual([before.lines, 'quantity_zero'])
  expect([tooMuch.lines, tooMuch.refused?.code]).toEqual([before.lines, 'discount_exceeds_line'])
  expect(cartAfter(none, { kind: 'quantity', index: 0, quantity: 2_000 }).refused).toBeNull()
})

test('line 2,001 is refused; one more of a line that is there is not', () => {
  const lines = Array.from({ length: MAX_LINES }, (_, index) => ({ ...coffee, code: String(index) }))
  const full = cartAfter(EMPTY_CART, { kind: 'replace', sale: { lines, customer: null } })
  expect(cartAfter(full, add(cheese)).refused).toEqual({
    code: 'too_many_lines',
    field: 'lines',
    params: { max: 2_000 },
  })
  expect(cartAfter(full, add({ ...coffee, code: '7' })).lines[7]?.quantity).toBe(2_000)
})

test('the selection stays inside the lines, whatever is removed', () => {
  const three = after(add(coffee), add(cheese), add({ ...coffee, code: '3' }))
  const withoutLast = cartAfter(three, { kind: 'remove', index: 2 })
  expect([three.selected, withoutLast.selected]).toEqual([2, 1])
  expect(cartAfter(withoutLast, { kind: 'step', by: 1 }).selected).toBe(1)
  expect(cartAfter(withoutLast, { kind: 'step', by: -1 }).selected).toBe(0)
  expect(after(add(coffee), { kind: 'remove', index: 0 })).toEqual(EMPTY_CART)
  expect(cartAfter(EMPTY_CART, { kind: 'remove', index: -1 })).toEqual(EMPTY_CART)
})

test('a product becomes a line at its price', () => {
  const product = {
    code: '2001',
    name: 'Queso fresco',
    category: 'Lácteos',
    unit: 'kg',
    unitPrice: 37_500,
    tile: 3,
  } as const
  expect(productLine(product, 455)).toEqual(cheese)
})

test('the document changes with the lines where it is sold either way; a purchase and a sale are never one cart', () => {
  const sold = after(add(coffee), { kind: 'type', docType: '03' })
  const refused = cartAfter(sold, { kind: 'type', docType: '14' })
  const seller = { name: 'Juan Pérez', document: null, email: null, phone: null }
  const sellerOnly = after({ kind: 'type', docType: '14' }, { kind: 'customer', customer: seller })
  const bought = after({ kind: 'type', docType: '14' }, add({ ...coffee, code: null, isService: true }))
  expect([sold.docType, sold.lines, cartAfter(sold, { kind: 'type', docType: '11' }).docType]).toEqual([
    '03',
    [coffee],
    '11',
  ])
  expect([refused.docType, refused.lines, refused.refused?.code]).toEqual(['03', [coffee], 'purchase_apart'])
  expect([bought.docType, cartAfter(bought, { kind: 'type', docType: '01' }).docType]).toEqual(['14', '14'])
  expect(cartAfter(bought, { kind: 'clear' })).toEqual(EMPTY_CART)
  expect(cartAfter(sellerOnly, { kind: 'type', docType: '01' })).toEqual(EMPTY_CART)
})
