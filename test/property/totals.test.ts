import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isWholeCents, lineAmounts } from '#domain/sale/line.ts'
import { totalsOf } from '#domain/sale/totals.ts'
import { anyLine, anyLines } from './any-line.ts'

test('an amount is never more than half a cent from quantity × price × what is kept', () => {
  fc.assert(
    fc.property(anyLine, (line) => {
      const { gross, amount } = lineAmounts(line)
      const { quantity, unitPrice, discount } = line
      const kept = discount.kind === 'percent' ? 10_000 - discount.hundredths : 10_000
      const exact = BigInt(quantity) * BigInt(unitPrice) * BigInt(kept)
      const off =
        discount.kind === 'amount' ? BigInt(amount + discount.cents - gross) : BigInt(amount) * 10n ** 9n - exact
      expect(2n * (off < 0n ? -off : off) <= 10n ** 9n).toBe(true)
      if (discount.kind !== 'amount') expect(isWholeCents(line)).toBe(off === 0n)
    }),
  )
})

test('subtotal less discount is the total, no line gives money away, and the VAT is inside', () => {
  fc.assert(
    fc.property(anyLines, (lines) => {
      const { subtotal, discount, total, vat } = totalsOf(lines)
      expect(subtotal - discount).toBe(total)
      expect(discount).toBeGreaterThanOrEqual(0)
      expect(total).toBeGreaterThanOrEqual(lines.length)
      const base = BigInt(total - vat)
      const off = base * 13n - BigInt(vat) * 100n
      expect(2n * (off < 0n ? -off : off) <= 113n).toBe(true)
    }),
  )
})

test('the order of the lines changes nothing, and totals add up', () => {
  fc.assert(
    fc.property(anyLines, anyLines, (some, others) => {
      const [a, b, both] = [totalsOf(some), totalsOf(others), totalsOf([...others.toReversed(), ...some])]
      expect(both).toEqual({
        subtotal: a.subtotal + b.subtotal,
        discount: a.discount + b.discount,
        total: a.total + b.total,
        vat: both.vat,
      })
    }),
  )
})
