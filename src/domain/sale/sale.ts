import { type Customer, type CustomerRefusal, customerRefusal, isIdentified } from '../customer/customer.ts'
import type { Cents } from '../money/decimal.ts'
import { type Refusal, refusal } from '../result/refusal.ts'
import { fail, ok, type Result } from '../result/result.ts'
import { type Line, type LineRefusal, lineRefusal } from './line.ts'
import { type Settlement, settleTenders, type Tender, type TenderRefusal } from './tender.ts'
import { type Totals, totalsOf } from './totals.ts'

/** What the cashier has on the counter: nothing of it is a fact yet. */
export type OpenSale = { readonly lines: readonly Line[]; readonly customer: Customer | null }

/** A sale that may be completed: every rule of the counter holds. */
export type CheckedSale = OpenSale & { readonly totals: Totals; readonly settlement: Settlement }

export const MAX_LINES = 2000
/** From this total on the buyer's name and document are required by law; below it they are never demanded. */
export const IDENTIFY_FROM: Cents = 2_500_000

export type SaleRefusal =
  | LineRefusal
  | TenderRefusal
  | CustomerRefusal
  | Refusal<'sale_empty' | 'too_many_lines' | 'total_zero' | 'total_too_large' | 'buyer_required'>

/** $999,999,999.99: what the paper can still say in words. */
const MAX_TOTAL: Cents = 99_999_999_999

/** The totals of a sale that may be paid, or the first thing that stands in the way. */
const inspect = ({ lines, customer }: OpenSale): Result<Totals, SaleRefusal> => {
  if (lines.length === 0) return fail(refusal('sale_empty', 'lines'))
  if (lines.length > MAX_LINES) return fail(refusal('too_many_lines', 'lines', { max: MAX_LINES }))
  for (const [index, line] of lines.entries()) {
    const wrong = lineRefusal(line, `lines.${index}`)
    if (wrong) return fail(wrong)
  }
  const wrong = customer && customerRefusal(customer)
  if (wrong) return fail(wrong)
  const totals = totalsOf(lines)
  if (totals.total <= 0) return fail(refusal('total_zero', 'lines'))
  if (totals.total > MAX_TOTAL) return fail(refusal('total_too_large', 'lines', { max_cents: MAX_TOTAL }))
  if (totals.total >= IDENTIFY_FROM && !isIdentified(customer)) return fail(refusal('buyer_required', 'customer'))
  return ok(totals)
}

/** What stands in the way of taking money for this sale, or null: the payment dialog opens only on null. */
export const openSaleRefusal = (sale: OpenSale): SaleRefusal | null => {
  const inspected = inspect(sale)
  return inspected.ok ? null : inspected.error
}

export const checkSale = (sale: OpenSale, tenders: readonly Tender[]): Result<CheckedSale, SaleRefusal> => {
  const inspected = inspect(sale)
  if (!inspected.ok) return inspected
  const totals = inspected.value
  const settled = settleTenders(totals.total, tenders)
  return settled.ok ? ok({ lines: sale.lines, customer: sale.customer, totals, settlement: settled.value }) : settled
}
