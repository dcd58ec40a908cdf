import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ocoteRequestWriter } from '#adapters/ocote/request-body.ts'
import { type CounterType, DOCUMENT_TYPES, type DocumentType, TRAITS } from '#domain/document/document-type.ts'
import type { Line } from '#domain/sale/line.ts'
import { partOfLine } from '#domain/sale/part-of-line.ts'
import { type CheckedSale, checkPricedSale, checkSale, type OpenSale } from '#domain/sale/sale.ts'
import { totalsOf } from '#domain/sale/totals.ts'
import { aCustomer, aTaxpayer } from '../unit/domain/a-customer.ts'
import { anyLine } from './any-line.ts'
import { ministryReckons, type WireLine } from './what-the-ministry-reckons.ts'

const CARTS = 10_000
const SEED = 20_261_122

/** Everybody whom any type may need named, so that no cart is refused for the law's sake. */
const NAMED = { ...aCustomer(), taxpayer: aTaxpayer().taxpayer }
const MOST_CENTS = 5_000_000_000

/** Of a line, in hundredths: what earlier notes took of it, and what this one takes of the rest. */
const part = fc.record({ before: fc.integer({ min: 0, max: 99 }), taken: fc.integer({ min: 0, max: 100 }) })

const shelf = fc.array(anyLine, { minLength: 1, maxLength: 5 }).chain((lines) =>
  fc.record({
    lines: fc.constant(lines),
    services: fc.array(fc.boolean(), { minLength: lines.length, maxLength: lines.length }),
    contributor: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
    parts: fc.array(part, { minLength: lines.length, maxLength: lines.length }),
  }),
)

type Shelf = typeof shelf extends fc.Arbitrary<infer T> ? T : never

const PAID = [{ method: '01' as const, amount: MOST_CENTS }]

const buyerOf = ({ contributor }: Shelf) => ({
  ...NAMED,
  taxpayer: { nit: '06141503851010', nrc: '123456', contributor },
})

const saleOf = (docType: CounterType, cart: Shelf): OpenSale => ({
  docType,
  lines:
    docType === '14'
      ? cart.lines.map((line, index): Line => (cart.services[index] ? { ...line, isService: true } : line))
      : cart.lines,
  customer: buyerOf(cart),
})

/** What comes back of each line of a CCF. */
const creditedOf = ({ lines, parts }: Shelf): readonly Line[] =>
  lines.flatMap((line, position) => {
    const { before = 0, taken = 0 } = parts[position] ?? {}
    const gone = Math.floor((line.quantity * before) / 100)
    const quantity = Math.floor(((line.quantity - gone) * taken) / 100)
    return quantity > 0 ? [partOfLine(line, position, quantity, gone)] : []
  })

/** The document as the till shows it; null where no till makes it, as of a CCF that cannot be sold or a part that comes to nothing. */
const shownOf = (docType: DocumentType, cart: Shelf): CheckedSale | null => {
  if (docType !== '05') {
    const sold = checkSale(saleOf(docType, cart), PAID)
    return sold.ok ? sold.value : null
  }
  if (!shownOf('03', cart)) return null
  const { total } = totalsOf(creditedOf(cart), docType)
  const note = checkPricedSale({ docType, lines: creditedOf(cart), customer: buyerOf(cart) }, [
    { method: '01', amount: total },
  ])
  return note.ok ? note.value : null
}

/** What the till shows beside what the tax authority's rules make of what it sends; null for a document that no till makes. */
const bothSides = (docType: DocumentType, cart: Shelf) => {
  const shown = shownOf(docType, cart)
  if (!shown) return null
  const { lines, totals, withheld, customer, settlement } = shown
  const { body } = ocoteRequestWriter.write({
    docType,
    externalRef: 'REF',
    lines,
    customer,
    paymentMethod: settlement.method,
    credit: null,
    origin: docType === '05' ? { relation: 'credits', externalRef: 'CCF' } : null,
    isWhole: false,
  })
  const wire = (JSON.parse(body) as { lines: WireLine[] }).lines
  const { vat, withheld: withholds } = TRAITS[docType]
  return {
    shown: { gross: totals.total, vat: totals.vat, withheld },
    reckoned: ministryReckons(wire, {
      hasVat: vat === 'included',
      isLarge: withholds === 'vat' && cart.contributor >= 3,
    }),
  }
}

test.each(DOCUMENT_TYPES)(
  'what the till shows of a %s is what it sends and what the tax authority’s rules give, to the cent',
  (docType) => {
    let taken = 0
    fc.assert(
      fc.property(shelf, (cart) => {
        const sides = bothSides(docType, cart)
        fc.pre(sides !== null)
        taken += 1
        expect(sides?.shown).toEqual(sides?.reckoned)
      }),
      { numRuns: CARTS, seed: SEED, maxSkipsPerRun: 10 },
    )
    expect(taken).toBe(CARTS)
  },
)
