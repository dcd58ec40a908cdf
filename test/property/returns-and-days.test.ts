import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sqliteDayBook } from '#adapters/sqlite/day-book.ts'
import { verifyDatabase } from '#adapters/sqlite/verify-database.ts'
import { reconcileDay } from '#domain/report/reconcile-day.ts'
import { aTill } from '../unit/application/a-till.ts'
import { anyHappening, type Happening, openBooks } from './a-shop-day.ts'

const RUNS = 200
const SEED = 20_261_122
const DAY_MS = 86_400_000

const NEXT_DAY: Happening = {
  act: 'nextDay',
  docType: '01',
  prices: [],
  quantity: 0,
  byCard: 0,
  which: 0,
  isRefused: false,
}

const happenings = fc.array(anyHappening, { minLength: 2, maxLength: 8 })

test('whatever is sold, cancelled, refused, returned and credited on two days, each day’s report is what drawer and API have', () => {
  const till = aTill({ printWithinMs: null, inMemory: true })
  const book = sqliteDayBook(till.connection)
  const reportOf = (date: string) =>
    reconcileDay(
      date,
      book.sales(date),
      book.tenders(date),
      book.arrivals(date),
      book.givenBack(date),
      book.settled(date),
    )
  fc.assert(
    fc.property(happenings, happenings, (first, second) => {
      const books = openBooks(till)
      const days = [books.today()]
      for (const happening of [...first, NEXT_DAY]) books.happens(happening)
      days.push(books.today())
      for (const happening of second) books.happens(happening)
      till.passes(DAY_MS)
      const shown = days.map((date) => {
        const { methods, issued } = reportOf(date)
        return { issued: issued.amount, drawer: methods.filter(({ amount }) => amount !== 0) }
      })
      const kept = days.map((date) => ({
        issued: books.issued.get(date) ?? 0,
        drawer: (['01', '03'] as const)
          .map((method) => ({ method, amount: books.drawer.get(`${date} ${method}`) ?? 0 }))
          .filter(({ amount }) => amount !== 0),
      }))
      expect(shown).toEqual(kept)
    }),
    { numRuns: RUNS, seed: SEED },
  )
  expect(verifyDatabase(till.connection)).toEqual([])
})
