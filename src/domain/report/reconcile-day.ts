import { type Instant, type LocalDate, localDate } from '../clock/local-time.ts'
import { type DocumentState, isIssued } from '../document/document-state.ts'
import { type DocumentType, TRAITS } from '../document/document-type.ts'
import type { Cents } from '../money/decimal.ts'
import { CASH, type PaymentMethod, type Tender } from '../sale/tender.ts'

/** A sale of the day with one of its documents; a sale that has none comes once, without. */
export type DaySale = {
  readonly saleNumber: number
  readonly docType: DocumentType
  readonly total: Cents
  readonly change: Cents
  readonly document: DayDocument | null
}

type DayDocument = {
  readonly externalRef: string
  readonly state: DocumentState
  readonly total: Cents
  /** What the API computed; null until it told. */
  readonly reportedTotal: Cents | null
  readonly amountsDiffer: boolean
  readonly issuedAt: Instant | null
  /** From the signed JSON; null until that is here. */
  readonly fiscalDate: LocalDate | null
}

export type Sum = { readonly count: number; readonly amount: Cents }

export const DIFFERENCES = [
  'without_document',
  'alarm',
  'amounts_differ',
  'rejected',
  'refused',
  'not_issued',
  'cancelled',
  'amount_untold',
] as const
export type DifferenceKind = (typeof DIFFERENCES)[number]

export type Difference = {
  readonly kind: DifferenceKind
  readonly saleNumber: number
  readonly externalRef: string | null
  readonly total: Cents
  readonly reportedTotal: Cents | null
}

/** A sale whose document counts for another day than its own. */
export type OtherDay = {
  readonly saleNumber: number
  readonly externalRef: string
  readonly total: Cents
  readonly fiscalDate: LocalDate
  /** Taken from when the API registered it, for the signed JSON is not here. */
  readonly isEstimated: boolean
}

/** A sale of another day whose document counts for this one. */
export type Arrival = {
  readonly saleNumber: number
  readonly externalRef: string
  readonly total: Cents
  readonly businessDate: LocalDate
}

/** Money that a sale of any day brought, and that went back on this one, for its document was cancelled. */
export type GivenBack = {
  readonly docType: DocumentType
  readonly total: Cents
  readonly tenders: readonly Tender[]
  readonly change: Cents
}

/** What was given or taken for a sale of the day, change not yet taken off. */
export type DayTender = Tender & { readonly docType: DocumentType }

/** What was paid too much (above 0, in favour of who paid) or too little, and was handed over in cash on this day. */
export type DaySettlement = { readonly docType: DocumentType; readonly difference: Cents }

/** A day's sales held against their documents, and these against what the API has of them. */
export type DayReport = {
  readonly date: LocalDate
  /** What came in: invoices of all kinds. Notes and purchases are told by their types. */
  readonly sales: Sum
  readonly documents: Sum
  /** What the API issued, by its own amounts; one that was cancelled, or whose amount it did not tell, is none of these. */
  readonly issued: Sum
  /** Of this day or an earlier one, whose money went back on this. */
  readonly givenBack: Sum
  readonly types: readonly (Sum & { readonly docType: DocumentType })[]
  /** What the drawer has by the way of paying: change, notes, purchases and what was given back taken off. */
  readonly methods: readonly { readonly method: PaymentMethod; readonly amount: Cents }[]
  readonly states: readonly (Sum & { readonly state: DocumentState })[]
  /** The gravest kind first. */
  readonly differences: readonly Difference[]
  readonly otherDays: readonly OtherDay[]
  readonly arrivals: readonly Arrival[]
}

const NOTHING: Sum = { count: 0, amount: 0 }
const plus = (sum: Sum, amount: Cents): Sum => ({ count: sum.count + 1, amount: sum.amount + amount })

const ofState = (document: DayDocument): DifferenceKind | null => {
  switch (document.state) {
    case 'pending':
    case 'unknown':
    case 'awaiting':
      return 'not_issued'
    case 'rejected':
    case 'refused':
    case 'alarm':
    case 'cancelled':
      return document.state
    default:
      return document.reportedTotal === null ? 'amount_untold' : null
  }
}

/** All that is different: a document may be rejected and of another amount too. */
const kindsOf = ({ total, document }: DaySale): readonly DifferenceKind[] => {
  if (document === null) return ['without_document']
  const state = ofState(document)
  const isOtherAmount = document.amountsDiffer || document.total !== total
  return [...(isOtherAmount ? ['amounts_differ' as const] : []), ...(state === null ? [] : [state])]
}

const otherDayOf = ({ saleNumber, document }: DaySale, date: LocalDate): OtherDay | null => {
  if (document === null || document.issuedAt === null) return null
  const fiscalDate = document.fiscalDate ?? localDate(document.issuedAt)
  if (fiscalDate === date) return null
  const { externalRef, total } = document
  return { saleNumber, externalRef, total, fiscalDate, isEstimated: document.fiscalDate === null }
}

/** 1 where money comes in for a document, −1 where it goes out. */
const signOf = (docType: DocumentType): 1 | -1 => (TRAITS[docType].flow === 'in' ? 1 : -1)

const methodsOf = (
  tenders: readonly DayTender[],
  change: Cents,
  back: readonly GivenBack[],
  settled: readonly DaySettlement[],
): DayReport['methods'] => {
  const sums = new Map<PaymentMethod, Cents>()
  const add = (method: PaymentMethod, amount: Cents): void => {
    sums.set(method, (sums.get(method) ?? 0) + amount)
  }
  for (const { docType, method, amount } of tenders) add(method, signOf(docType) * amount)
  // Change is given in cash.
  if (change !== 0) add(CASH, -change)
  for (const given of back) {
    for (const { method, amount } of given.tenders) add(method, -signOf(given.docType) * amount)
    if (given.change > 0) add(CASH, signOf(given.docType) * given.change)
  }
  for (const { docType, difference } of settled) add(CASH, -signOf(docType) * difference)
  return [...sums]
    .map(([method, amount]) => ({ method, amount }))
    .sort((one, other) => (one.method < other.method ? -1 : 1))
}

const gravestFirst = (one: Difference, other: Difference): number =>
  DIFFERENCES.indexOf(one.kind) - DIFFERENCES.indexOf(other.kind) || one.saleNumber - other.saleNumber

/** `found` in the order of the sales' numbers; a sale with several documents comes several times and counts once. */
export const reconcileDay = (
  date: LocalDate,
  found: Iterable<DaySale>,
  tenders: readonly DayTender[],
  arrivals: readonly Arrival[],
  back: readonly GivenBack[],
  settled: readonly DaySettlement[],
): DayReport => {
  let [sales, documents, issued] = [NOTHING, NOTHING, NOTHING]
  let change = 0
  let latest: number | null = null
  const states = new Map<DocumentState, Sum>()
  const types = new Map<DocumentType, Sum>()
  const differences: Difference[] = []
  const otherDays: OtherDay[] = []
  for (const sale of found) {
    const { saleNumber, docType, total, document } = sale
    // What was to replace a document that could not be cancelled never came to be.
    if (document?.state === 'withdrawn') continue
    const comesIn = signOf(docType) > 0
    if (saleNumber !== latest) {
      if (comesIn) sales = plus(sales, total)
      types.set(docType, plus(types.get(docType) ?? NOTHING, total))
      change += signOf(docType) * sale.change
      latest = saleNumber
    }
    const reportedTotal = document?.reportedTotal ?? null
    if (document) {
      if (comesIn) documents = plus(documents, document.total)
      states.set(document.state, plus(states.get(document.state) ?? NOTHING, document.total))
      if (comesIn && isIssued(document.state) && reportedTotal !== null) issued = plus(issued, reportedTotal)
    }
    for (const kind of kindsOf(sale))
      differences.push({ kind, saleNumber, externalRef: document?.externalRef ?? null, total, reportedTotal })
    const otherDay = otherDayOf(sale, date)
    if (otherDay) otherDays.push(otherDay)
  }
  return {
    date,
    sales,
    documents,
    issued,
    givenBack: back.reduce((sum, { docType, total }) => plus(sum, signOf(docType) * total), NOTHING),
    types: [...types]
      .map(([docType, sum]) => ({ docType, ...sum }))
      .sort((one, other) => (one.docType < other.docType ? -1 : 1)),
    methods: methodsOf(tenders, change, back, settled),
    states: [...states].map(([state, sum]) => ({ state, ...sum })),
    differences: differences.sort(gravestFirst),
    otherDays,
    arrivals,
  }
}
