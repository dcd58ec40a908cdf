import { createHash } from 'node:crypto'
import type { Attempt, CompletedSale } from '#application/ports/stores.ts'
import type { FiscalDocument } from '#domain/document/fiscal-document.ts'

/** SHA-256, hexadecimal. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const digest = (facts: readonly unknown[]): string => sha256(JSON.stringify(facts))

/** The same sale gives the same digest, whether it was just made or read from its rows. */
export const saleDigest = (sale: CompletedSale): string => {
  const { customer, totals, settlement } = sale
  return digest([
    sale.saleNumber,
    sale.attemptId,
    sale.externalRef,
    sale.businessDate,
    sale.completedAt,
    sale.cashier,
    sale.till,
    customer && [customer.name, customer.document?.type, customer.document?.number, customer.email, customer.phone],
    [totals.subtotal, totals.discount, totals.total, totals.vat],
    [settlement.method, settlement.change, settlement.tenders.map(({ method, amount }) => [method, amount])],
    sale.lines.map(({ code, description, unit, quantity, unitPrice, discount }) => [
      code,
      description,
      unit,
      quantity,
      unitPrice,
      discount.kind === 'percent' ? discount.hundredths : discount.kind === 'amount' ? [discount.cents] : null,
    ]),
  ])
}

export const documentDigest = (document: FiscalDocument): string => {
  const { customer, facts, remarks } = document
  return digest([
    document.externalRef,
    document.docType,
    document.state,
    document.total,
    document.businessDate,
    document.createdAt,
    customer && [customer.name, customer.document?.type, customer.document?.number, customer.email, customer.phone],
    document.revision,
    facts && [
      facts.documentId,
      facts.controlNumber,
      facts.generationCode,
      facts.receptionStamp,
      [facts.amounts.taxable, facts.amounts.vat, facts.amounts.gross],
      facts.isDuplicate,
    ],
    document.issuedAt,
    document.fiscalDate,
    document.cancelledAt,
    remarks && [remarks.code, remarks.texts],
    document.amountsDiffer,
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
