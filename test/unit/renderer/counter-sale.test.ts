import { expect, test } from 'vitest'
import { type Line, NO_DISCOUNT } from '#domain/sale/line.ts'
import { createCounterSale } from '../../../src/renderer/features/sale/counter-sale.ts'
import { parseKeptSale } from '../../../src/renderer/features/sale/kept-sale.ts'
import { keepUnder } from '../../../src/renderer/ui/kept.ts'

const coffee: Line = {
  code: '7410001000011',
  description: 'Café molido 400 g',
  unit: 'unit',
  quantity: 1_000,
  unitPrice: 55_000,
  discount: NO_DISCOUNT,
}
const add = { kind: 'add', line: coffee } as const
const clear = { kind: 'clear' } as const

/** Tabs of one browser on one storage; ids are counted, and nobody tells a tab that another wrote. */
const aBrowser = ({ isFull = false } = {}) => {
  const shelf = new Map<string, string>()
  let ids = 0
  const storage = {
    getItem: (key: string) => shelf.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (isFull) throw new Error('QuotaExceededError')
      shelf.set(key, value)
    },
    removeItem: (key: string) => void shelf.delete(key),
  }
  return {
    shelf,
    tab: () =>
      createCounterSale(
        keepUnder('sale', parseKeptSale, () => storage),
        () => {
          ids += 1
          return `attempt ${ids}`
        },
      ),
  }
}

test('one attempt belongs to one cart: made with its first line, replaced once it is emptied, sold or another is taken up', () => {
  const counter = aBrowser().tab()
  const named = [counter.current().attemptId]
  const after = (act: () => void) => {
    act()
    named.push(counter.current().attemptId)
  }
  after(() =>
    counter.change({ kind: 'customer', customer: { name: 'Rosa', document: null, email: null, phone: null } }),
  )
  after(() => counter.change(add))
  after(() => counter.change({ kind: 'quantity', index: 0, quantity: 3_000 }))
  after(() => counter.change({ kind: 'remove', index: 0 }))
  after(() => counter.change(add))
  after(() => counter.change({ kind: 'replace', sale: { lines: [coffee], customer: null } }))
  after(() => counter.sold('attempt 3'))
  expect(named).toEqual([null, null, 'attempt 1', 'attempt 1', null, 'attempt 2', 'attempt 3', null])
})

test('a reload keeps the cart and its attempt', () => {
  const { tab } = aBrowser()
  const before = tab()
  before.change(add)
  expect(tab().current()).toEqual(before.current())
})

test('a tab acts on what the other tab left, never on what it last saw', () => {
  const { tab } = aBrowser()
  const one = tab()
  one.change(add)
  const other = tab()
  other.change(add)
  expect(one.latest()).toMatchObject({ attemptId: 'attempt 1', cart: { lines: [{ quantity: 2_000 }] } })
  other.sold('attempt 1')
  expect(one.latest()).toMatchObject({ attemptId: null, cart: { lines: [] } })
})

test('a sale confirmed late leaves alone the cart that was begun since', () => {
  const { tab } = aBrowser()
  const one = tab()
  const other = tab()
  one.change(add)
  other.change(clear)
  other.change(add)
  one.sold('attempt 1')
  expect(one.current()).toMatchObject({ attemptId: 'attempt 2', cart: { lines: [{ quantity: 1_000 }] } })
})

test('without room in the storage the sale goes on in memory', () => {
  const counter = aBrowser({ isFull: true }).tab()
  counter.change(add)
  counter.change(add)
  expect(counter.latest()).toMatchObject({ attemptId: 'attempt 1', cart: { lines: [{ quantity: 2_000 }] } })
})

test.each(['', '{', '{"lines":[]}', '{"lines":[{"quantity":"1"}],"customer":null}', 'null'])(
  'a kept sale that cannot be read is not guessed at: %j',
  (kept) => {
    const { shelf, tab } = aBrowser()
    shelf.set('sale', kept)
    expect(tab().current()).toMatchObject({ attemptId: null, cart: { lines: [], customer: null } })
  },
)

test('a reload keeps the document that was chosen, with lines and before the first', () => {
  const { shelf, tab } = aBrowser()
  const counter = tab()
  counter.change({ kind: 'type', docType: '03' })
  expect(tab().current()).toMatchObject({ attemptId: null, cart: { docType: '03', lines: [] } })
  counter.change(add)
  expect(tab().current()).toEqual(counter.current())
  counter.sold('attempt 1')
  expect([counter.current().cart.docType, shelf.size]).toEqual(['01', 0])
})
