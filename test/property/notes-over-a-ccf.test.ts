import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Line, lineAmounts, MAX_UNIT_PRICE, type PartOf } from '#domain/sale/line.ts'
import { partsLeft } from '#domain/sale/parts-left.ts'
import { checkSale } from '#domain/sale/sale.ts'
import { aTill } from '../unit/application/a-till.ts'
import { isStamped, sellsAndStamps, successOf } from '../unit/application/returning/a-stamped-sale.ts'
import { aTaxpayer } from '../unit/domain/a-customer.ts'
import { anyLine } from './any-line.ts'

const RUNS = 300
const SEED = 20_261_122
/** A part so small that it comes to no cent, or that its withholding eats up, cannot be a note. */
const TOO_SMALL: readonly string[] = ['price_zero', 'total_zero', 'line_amount_zero', 'tender_not_positive']

type Take = { readonly shares: readonly number[]; readonly thenCancelled: boolean }

const take: fc.Arbitrary<Take> = fc.record({
  shares: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 4 }),
  thenCancelled: fc.integer({ min: 0, max: 3 }).map((chance) => chance === 0),
})

/** Of a line that comes to more than a price may be, a part cannot go as one piece. */
const line = anyLine.filter((one) => lineAmounts(one).amount * 100 <= MAX_UNIT_PRICE)

const ccf = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 4 }),
  contributor: fc.constantFrom(1 as const, 3 as const),
  takes: fc.array(take, { minLength: 0, maxLength: 5 }),
})

/** So many hundredths of what is left of each line. */
const partsOf = (left: readonly number[], shares: readonly number[]): readonly PartOf[] =>
  left.flatMap((available, position) => {
    const quantity = Math.floor((available * (shares[position] ?? 0)) / 100)
    return quantity > 0 ? [{ position, quantity }] : []
  })

test('notes of any parts, some of them cancelled again, never exceed their CCF, and all of it taken is exactly its total', () => {
  const till = aTill({ printWithinMs: null, inMemory: true })
  const sums = (ref: string) => {
    const notes = till.stores.documents.about(ref).filter(({ state }) => state !== 'cancelled')
    return notes.reduce(
      (sum, { total, withheld }) => ({ total: sum.total + total, withheld: sum.withheld + withheld }),
      { total: 0, withheld: 0 },
    )
  }
  const cancelled = (ref: string, total: number): void => {
    isStamped(till, total)
    successOf(till.cancels(ref, 'por error'))
    till.hears({ kind: 'cancelled', automaticNote: null })
  }
  const leftOf = (ref: string, lines: readonly Line[]): readonly number[] => {
    const notes = till.stores.documents.about(ref).filter(({ state }) => state !== 'cancelled')
    const taken = notes.flatMap((note) => till.stores.sales.find(note.externalRef)?.lines ?? [])
    return partsLeft(lines, taken)
  }
  fc.assert(
    fc.property(ccf, ({ lines, contributor, takes }) => {
      const sale = { docType: '03' as const, lines, customer: aTaxpayer(contributor) }
      const checked = checkSale(sale, [{ method: '01', amount: Number.MAX_SAFE_INTEGER }])
      fc.pre(checked.ok)
      const { totals, withheld } = successOf(checked)
      const paid = [{ method: '05' as const, amount: totals.total - withheld }]
      const sold = sellsAndStamps(till, sale, paid, withheld)
      for (const { shares, thenCancelled } of takes) {
        const parts = partsOf(leftOf(sold.externalRef, lines), shares)
        if (parts.length === 0) continue
        const note = till.credits(sold.externalRef, { parts })
        if (!note.ok) expect(TOO_SMALL).toContain(note.error.code)
        expect(sums(sold.externalRef).total).toBeLessThanOrEqual(totals.total)
        if (note.ok && thenCancelled) cancelled(note.value.externalRef, note.value.totals.total)
        else if (note.ok) isStamped(till, note.value.totals.total)
      }
      const before = sums(sold.externalRef)
      if (before.total < totals.total) {
        const rest = till.credits(sold.externalRef)
        if (rest.ok) isStamped(till, rest.value.totals.total)
        // A last cent that the withholding eats up.
        else {
          expect([rest.error.code, totals.total - before.total]).toEqual(['tender_not_positive', 1])
          return
        }
      }
      expect(sums(sold.externalRef)).toEqual({ total: totals.total, withheld })
    }),
    { numRuns: RUNS, seed: SEED },
  )
  expect(till.rows('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
})
