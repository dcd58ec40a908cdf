import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PAYMENT_METHODS, type PaymentMethod, settleTenders, type Tender } from '#domain/sale/tender.ts'

const tenders = fc.array(
  fc.record<Tender>({
    method: fc.constantFrom<PaymentMethod>(...PAYMENT_METHODS, '01', '01', '02'),
    amount: fc.integer({ min: 1, max: 5000 }),
  }),
  { maxLength: 6 },
)
const total = fc.integer({ min: 1, max: 12_000 })

const sumOf = (some: readonly Tender[]) => some.reduce((sum, { amount }) => sum + amount, 0)

test('tenders settle exactly when they reach the total and only cash exceeds it, some of it kept', () => {
  fc.assert(
    fc.property(total, tenders, (due, given) => {
      const paid = sumOf(given)
      const cash = sumOf(given.filter(({ method }) => method === '01'))
      const lawful = given.length > 0 && paid >= due && (paid === due || paid - due < cash)
      const settled = settleTenders(due, given)
      expect(settled.ok).toBe(lawful)
      if (settled.ok) expect(sumOf(settled.value.tenders) - settled.value.change).toBe(due)
    }),
  )
})

test('the code of the document is that of a part that none exceeds, change taken off the cash', () => {
  fc.assert(
    fc.property(total, tenders, (due, given) => {
      const settled = settleTenders(due, given)
      if (!settled.ok) return
      const { change, method } = settled.value
      const partOf = (code: PaymentMethod) =>
        sumOf(given.filter((tender) => tender.method === code)) - (code === '01' ? change : 0)
      expect(partOf(method)).toBe(Math.max(...PAYMENT_METHODS.map(partOf)))
      expect(partOf(method)).toBeGreaterThan(0)
    }),
  )
})
