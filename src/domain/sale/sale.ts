import { type Customer, type CustomerRefusal, customerRefusal, isIdentified } from '../customer/customer.ts'
import type { Taxpayer } from '../customer/taxpayer.ts'
import { type CounterType, type DocumentType, TRAITS } from '../document/document-type.ts'
import type { Cents } from '../money/decimal.ts'
import { type Refusal, refusal } from '../result/refusal.ts'
import { fail, ok, type Result } from '../result/result.ts'
import { estimateWithheld } from '../tax/withholding.ts'
import { type Line, type LineRefusal, lineRefusal } from './line.ts'
import { type Settlement, settleTenders, type Tender, type TenderRefusal } from './tender.ts'
import { type Totals, totalsOf } from './totals.ts'
import { withoutVat } from './without-vat.ts'

/** A sale on credit: so many days, months or years (CAT-018: 1, 2, 3). Source: Ocote API contract, §3. */
export type CreditTerm = { readonly unit: 1 | 2 | 3; readonly amount: number }

/** What the cashier has on the counter, at the prices of the shelf: nothing of it is a fact yet. */
export type OpenSale = {
  readonly lines: readonly Line[]
  readonly customer: Customer | null
  /** An invoice unless told. */
  readonly docType?: CounterType
  readonly credit?: CreditTerm
}

/** The same at the prices that the document has, whatever its type. */
export type PricedSale = Omit<OpenSale, 'docType'> & { readonly docType?: DocumentType }

/** A sale that may be completed: every rule of the counter holds. Its lines are priced as the document has them. */
export type CheckedSale = {
  readonly docType: DocumentType
  readonly lines: readonly Line[]
  readonly customer: Customer | null
  readonly totals: Totals
  /** What is expected to be kept back from the total. */
  readonly withheld: Cents
  readonly settlement: Settlement
  readonly credit: CreditTerm | null
}

export const MAX_LINES = 2000
/** From this total on the buyer's name and document are required by law; below it they are never demanded. */
export const IDENTIFY_FROM: Cents = 2_500_000

export type SaleRefusal =
  | LineRefusal
  | TenderRefusal
  | CustomerRefusal
  | Refusal<
      | 'sale_empty'
      | 'too_many_lines'
      | 'total_zero'
      | 'total_too_large'
      | 'buyer_required'
      | 'taxpayer_required'
      | 'identity_required'
      | 'credit_term_invalid'
    >

/** $999,999,999.99: what the paper can still say in words. */
const MAX_TOTAL: Cents = 99_999_999_999

const MAX_TERM = 999

/** The lines as the document of this type prices them. */
export const pricedLines = ({ lines, docType = '01' }: OpenSale): readonly Line[] =>
  docType === '11' ? lines.map(withoutVat) : lines

/** Who is not named yet and must be, on a document of this type over this total; null where nobody is missing. */
export const partyRefusal = (docType: DocumentType, customer: Customer | null, total: Cents): SaleRefusal | null =>
  PARTIES[TRAITS[docType].party](customer, total)

type Party = (customer: Customer | null, total: Cents) => SaleRefusal | null

const taxpayerOf = (customer: Customer | null): Taxpayer | null => customer?.taxpayer ?? null

/** Who a document of each kind must name. Source: Ocote API contract, §3; MH's limit for an invoice to nobody. */
const PARTIES: Readonly<Record<(typeof TRAITS)[DocumentType]['party'], Party>> = {
  anybody: (customer, total) =>
    total >= IDENTIFY_FROM && !isIdentified(customer) ? refusal('buyer_required', 'customer') : null,
  taxpayer: (customer) =>
    taxpayerOf(customer) === null || customer?.name == null ? refusal('taxpayer_required', 'customer') : null,
  identified: (customer) => (isIdentified(customer) ? null : refusal('identity_required', 'customer')),
}

type Inspected = Pick<CheckedSale, 'docType' | 'lines' | 'totals' | 'withheld'>

const lineRefusalOf = (lines: readonly Line[]): SaleRefusal | null => {
  if (lines.length === 0) return refusal('sale_empty', 'lines')
  if (lines.length > MAX_LINES) return refusal('too_many_lines', 'lines', { max: MAX_LINES })
  for (const [index, line] of lines.entries()) {
    const wrong = lineRefusal(line, `lines.${index}`)
    if (wrong) return wrong
  }
  return null
}

/** Whether a term is whole and of a length that makes sense; null where it is, or where there is none. */
export const termRefusal = ({ credit }: Pick<PricedSale, 'credit'>): SaleRefusal | null =>
  credit && (credit.amount < 1 || credit.amount > MAX_TERM || credit.amount % 1 !== 0)
    ? refusal('credit_term_invalid', 'credit', { max: MAX_TERM })
    : null

/** What a sale that may be paid comes to, its lines priced already, or the first thing that stands in the way. */
const inspect = (sale: PricedSale): Result<Inspected, SaleRefusal> => {
  const { lines, customer, docType = '01' } = sale
  const wrong = lineRefusalOf(lines) ?? (customer && customerRefusal(customer)) ?? termRefusal(sale)
  if (wrong) return fail(wrong)
  const totals = totalsOf(lines, docType)
  if (totals.total <= 0) return fail(refusal('total_zero', 'lines'))
  if (totals.total > MAX_TOTAL) return fail(refusal('total_too_large', 'lines', { max_cents: MAX_TOTAL }))
  const nameless = partyRefusal(docType, customer, totals.total)
  if (nameless) return fail(nameless)
  const withheld = estimateWithheld(docType, lines, taxpayerOf(customer)?.contributor ?? null)
  return ok({ docType, lines, totals, withheld })
}

/** What stands in the way of taking money for this sale, or null: the payment dialog opens only on null. */
export const openSaleRefusal = (sale: OpenSale): SaleRefusal | null =>
  pricedSaleRefusal({ ...sale, lines: pricedLines(sale) })

/** The same for lines that are priced as the document has them. */
export const pricedSaleRefusal = (sale: PricedSale): SaleRefusal | null => {
  const inspected = inspect(sale)
  return inspected.ok ? null : inspected.error
}

export const checkSale = (sale: OpenSale, tenders: readonly Tender[]): Result<CheckedSale, SaleRefusal> =>
  checkPricedSale({ ...sale, lines: pricedLines(sale) }, tenders)

/** `known` where what is withheld is known from another document; else it is estimated. */
export const checkPricedSale = (
  sale: PricedSale,
  tenders: readonly Tender[],
  known?: { readonly withheld: Cents },
): Result<CheckedSale, SaleRefusal> => {
  const inspected = inspect(sale)
  if (!inspected.ok) return inspected
  const { totals } = inspected.value
  const { withheld } = known ?? inspected.value
  const settled = settleTenders(totals.total, tenders, withheld)
  if (!settled.ok) return settled
  return ok({
    ...inspected.value,
    withheld,
    customer: sale.customer,
    settlement: settled.value,
    credit: sale.credit ?? null,
  })
}
