import { createHash } from 'node:crypto'
import type { Attempt, CompletedSale } from '#application/ports/stores.ts'
import type { Customer } from '#domain/customer/customer.ts'
import type { FiscalDocument } from '#domain/document/fiscal-document.ts'
import type { Line } from '#domain/sale/line.ts'

/** SHA-256, hexadecimal. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const digest = (facts: readonly unknown[]): string => sha256(JSON.stringify(facts))

/** Facts that came with later versions, only where there are any: what was kept before has the digest that it always had. */
const later = (facts: Readonly<Record<string, unknown>>): readonly unknown[] => {
  const known = Object.entries(facts).filter(([, value]) => value !== null && value !== undefined)
  return known.length === 0 ? [] : [known]
}

const customerFacts = (customer: Customer | null): readonly unknown[] | null => {
  if (customer === null) return null
  const { name, document, email, phone, taxpayer, activity, place, address } = customer
  return [
    name,
    document?.type,
    document?.number,
    email,
    phone,
    ...later({
      taxpayer: taxpayer && [taxpayer.nit, taxpayer.nrc, taxpayer.contributor],
      activity: activity && [activity.code, activity.description],
      place: place && [place.kind, place.code, place.name],
      address,
    }),
  ]
}

const lineFacts = ({ code, description, unit, quantity, unitPrice, discount, isService, partOf }: Line) => [
  code,
  description,
  unit,
  quantity,
  unitPrice,
  discount.kind === 'percent' ? discount.hundredths : discount.kind === 'amount' ? [discount.cents] : null,
  ...later({ isService, partOf: partOf && [partOf.position, partOf.quantity] }),
]

/** The same sale gives the same digest, whether it was just made or read from its rows. */
export const saleDigest = (sale: CompletedSale): string => {
  const { customer, totals, settlement, credit } = sale
  return digest([
    sale.saleNumber,
    sale.attemptId,
    sale.externalRef,
    sale.businessDate,
    sale.completedAt,
    sale.cashier,
    sale.till,
    customerFacts(customer),
    [totals.subtotal, totals.discount, totals.total, totals.vat],
    [settlement.method, settlement.change, settlement.tenders.map(({ method, amount }) => [method, amount])],
    sale.lines.map(lineFacts),
    ...later({ credit: credit && [credit.unit, credit.amount] }),
  ])
}

export const documentDigest = (document: FiscalDocument): string => {
  const { customer, facts, remarks, origin, automaticNote } = document
  return digest([
    document.externalRef,
    document.docType,
    document.state,
    document.total,
    document.businessDate,
    document.createdAt,
    customerFacts(customer),
    document.revision,
    facts && [
      facts.documentId,
      facts.controlNumber,
      facts.generationCode,
      facts.receptionStamp,
      [facts.amounts.taxable, facts.amounts.vat, facts.amounts.gross],
      facts.isDuplicate,
      ...later({ withheld: facts.amounts.withheld }),
    ],
    document.issuedAt,
    document.fiscalDate,
    document.cancelledAt,
    remarks && [remarks.code, remarks.texts],
    document.amountsDiffer,
    ...later({
      withheld: document.withheld || null,
      origin: origin && [origin.relation, origin.externalRef],
      cancelAskedAt: document.cancelledAt === document.cancelAskedAt ? null : document.cancelAskedAt,
      environment: document.environment,
      automaticNote: automaticNote && [automaticNote.documentId, automaticNote.controlNumber],
    }),
  ])
}

export const attemptDigest = (attempt: Attempt): string =>
  digest([
    attempt.call,
    attempt.revision,
    attempt.startedAt,
    attempt.endedAt,
    attempt.outcome,
    attempt.httpStatus,
    attempt.detail,
    attempt.answer,
  ])
