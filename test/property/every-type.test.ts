import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ocoteRequestWriter } from '#adapters/ocote/request-body.ts'
import { COUNTER_TYPES, type CounterType, TRAITS } from '#domain/document/document-type.ts'
import type { Line } from '#domain/sale/line.ts'
import { checkSale, type OpenSale } from '#domain/sale/sale.ts'
import { aCustomer, aTaxpayer } from '../unit/domain/a-customer.ts'
import { anyLine } from './any-line.ts'
import { ministryReckons, type WireLine } from './what-the-ministry-reckons.ts'

const CARTS = 10_000
const SEED = 20_261_122

/** Everybody whom any type may need named, so that no cart is refused for the law's sake. */
const NAMED = { ...aCustomer(), taxpayer: aTaxpayer().taxpayer }
const MOST_CENTS = 5_000_000_000

const shelf = fc.array(anyLine, { minLength: 1, maxLength: 5 }).chain((lines) =>
  fc.record({
    lines: fc.constant(lines),
    services: fc.array(fc.boolean(), { minLength: lines.length, maxLength: lines.length }),
    contributor: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
  }),
)

type Shelf = typeof shelf extends fc.Arbitrary<infer T> ? T : never

const saleOf = (docType: CounterType, { lines, services, contributor }: Shelf): OpenSale => ({
  docType,
  lines:
    docType === '14'
      ? lines.map((line, index): Line => (services[index] ? { ...line, isService: true } : line))
      : lines,
  customer: { ...NAMED, taxpayer: { nit: '06141503851010', nrc: '123456', contributor } },
})

/** What the till shows beside what the tax authority's rules make of what it sends; null for a cart that no till takes. */
const bothSides = (docType: CounterType, cart: Shelf) => {
  const sale = saleOf(docType, cart)
  const checked = checkSale(sale, [{ method: '01', amount: MOST_CENTS }])
  if (!checked.ok) return null
  const { lines, totals, withheld, customer, settlement } = checked.value
  const { body } = ocoteRequestWriter.write({
    docType,
    externalRef: 'REF',
    lines,
    customer,
    paymentMethod: settlement.method,
    credit: null,
    origin: null,
    isWhole: false,
  })
  const wire = (JSON.parse(body) as { lines: WireLine[] }).lines
  const hasVat = TRAITS[docType].vat === 'included'
  return {
    shown: { gross: totals.total, vat: totals.vat, withheld },
    reckoned: ministryReckons(wire, { hasVat, isLarge: docType !== '11' && cart.contributor >= 3 }),
  }
}

test.each(COUNTER_TYPES)(
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
