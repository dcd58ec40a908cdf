import fc from 'fast-check'
import type { CompletedSale } from '#application/ports/stores.ts'
import { localDate } from '#domain/clock/local-time.ts'
import type { CounterType } from '#domain/document/document-type.ts'
import type { Tender } from '#domain/sale/tender.ts'
import type { Till } from '../unit/application/a-till.ts'
import { isStamped, sellsAndStamps } from '../unit/application/returning/a-stamped-sale.ts'
import { aCustomer, aTaxpayer } from '../unit/domain/a-customer.ts'
import { aLine } from '../unit/domain/a-line.ts'

const DAY_MS = 86_400_000

export type Happening = {
  readonly act: 'sell' | 'cancel' | 'return' | 'credit' | 'nextDay'
  readonly docType: CounterType
  readonly prices: readonly number[]
  readonly quantity: number
  /** Cents of the total that are paid by card; the rest in cash. */
  readonly byCard: number
  /** Which of the documents so far it is about. */
  readonly which: number
  /** Whether the API refuses the cancellation. */
  readonly isRefused: boolean
}

export const anyHappening: fc.Arbitrary<Happening> = fc.record({
  act: fc.constantFrom('sell' as const, 'sell' as const, 'cancel' as const, 'return' as const, 'credit' as const),
  docType: fc.constantFrom('01' as const, '01' as const, '03' as const, '14' as const, '11' as const),
  prices: fc.array(fc.integer({ min: 25, max: 20_000 }), { minLength: 2, maxLength: 3 }),
  quantity: fc.integer({ min: 2, max: 4 }),
  byCard: fc.integer({ min: 0, max: 30_000 }),
  which: fc.nat(50),
  isRefused: fc.boolean(),
})

const CUSTOMERS = { '01': null, '03': aTaxpayer(1), '11': aCustomer(), '14': aCustomer() } as const

/** What a drawer holds by day and way of paying, and what the API has issued by the day of the sale: kept by hand beside the till. */
export const openBooks = (till: Till) => {
  const drawer = new Map<string, number>()
  const issued = new Map<string, number>()
  const open: CompletedSale[] = []
  const today = (): string => localDate(till.clock.now())
  const put = (tenders: readonly Tender[], sign: 1 | -1): void => {
    for (const { method, amount } of tenders) {
      const key = `${today()} ${method}`
      drawer.set(key, (drawer.get(key) ?? 0) + sign * amount)
    }
  }
  const issue = ({ businessDate, docType, totals }: CompletedSale, sign: 1 | -1): void => {
    if (docType === '05' || docType === '14') return
    issued.set(businessDate, (issued.get(businessDate) ?? 0) + sign * totals.total)
  }
  /** What of a sale lies in the drawer: its tenders, and the change as cash that went out. */
  const paid = ({ settlement }: CompletedSale): readonly Tender[] => [
    ...settlement.tenders,
    { method: '01', amount: -settlement.change },
  ]
  const flow = ({ docType }: CompletedSale): 1 | -1 => (docType === '05' || docType === '14' ? -1 : 1)
  const close = (sale: CompletedSale): void => void open.splice(open.indexOf(sale), 1)
  const judge = (isRefused: boolean): void => {
    till.hears(isRefused ? { kind: 'cancel_refused', detail: 'no' } : { kind: 'cancelled', automaticNote: null })
  }

  const sell = ({ docType, prices, quantity, byCard }: Happening): void => {
    const lines = prices.map((cents) => aLine({ quantity: quantity * 1_000, unitPrice: cents * 100 }))
    const total = prices.reduce((sum, cents) => sum + cents * quantity, 0)
    const card = docType === '11' ? 0 : Math.min(byCard, total)
    const cash = { method: '01' as const, amount: Math.ceil((total - card) / 500) * 500 }
    const tenders = [{ method: '03' as const, amount: card }, cash].filter(({ amount }) => amount > 0)
    const sold = sellsAndStamps(till, { docType, lines, customer: CUSTOMERS[docType] }, tenders)
    put(paid(sold), flow(sold))
    issue(sold, 1)
    open.push(sold)
  }
  const cancel = (sale: CompletedSale, isRefused: boolean): void => {
    if (!till.cancels(sale.externalRef, 'devolución').ok) return
    judge(isRefused)
    if (isRefused) return
    put(paid(sale), flow(sale) === 1 ? -1 : 1)
    issue(sale, -1)
    close(sale)
  }
  const giveBack = (sale: CompletedSale, isRefused: boolean): void => {
    const returned = till.returns(sale.externalRef)
    if (!returned.ok) return
    judge(isRefused)
    if (isRefused) return
    const { rest, back } = returned.value
    isStamped(till, rest.totals.total)
    put(back, -1)
    issue(sale, -1)
    issue(rest, 1)
    close(sale)
    open.push(rest)
  }
  const credit = (sale: CompletedSale): void => {
    const note = till.credits(sale.externalRef, { parts: [{ position: 0, quantity: 1_000 }] })
    if (!note.ok) return
    isStamped(till, note.value.totals.total)
    put(paid(note.value), -1)
    open.push(note.value)
  }

  return {
    drawer,
    issued,
    today,
    happens: (happening: Happening): void => {
      const sale = open[happening.which % Math.max(open.length, 1)]
      if (happening.act === 'nextDay') till.passes(DAY_MS)
      else if (happening.act === 'sell') sell(happening)
      else if (!sale) return
      else if (happening.act === 'cancel') cancel(sale, happening.isRefused)
      else if (happening.act === 'return') giveBack(sale, happening.isRefused)
      else credit(sale)
    },
  }
}
