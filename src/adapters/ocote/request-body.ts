import { createHash } from 'node:crypto'
import type { RequestContent, RequestWriter } from '#application/ports/request-writer.ts'
import type { Customer, Place } from '#domain/customer/customer.ts'
import type { DocumentType } from '#domain/document/document-type.ts'
import { decimalText, moneyText } from '#domain/money/decimal.ts'
import { isWholeCents, type Line, lineAmounts, MAX_DESCRIPTION } from '#domain/sale/line.ts'
import type { CreditTerm } from '#domain/sale/sale.ts'

type WireLine = {
  readonly description: string
  readonly quantity: number
  readonly unit_price: number
  readonly discount_percentage?: number
  readonly is_service?: true
}

/** "0.455 kg × 3.75/kg", "3 × 0.33", and what was taken off. */
const reckoning = ({ unit, quantity, unitPrice, discount }: Line): string => {
  const weighed = unit === 'kg'
  const price = decimalText(unitPrice, 4, 2)
  const counted = `${decimalText(quantity, 3)}${weighed ? ' kg' : ''} × ${price}${weighed ? '/kg' : ''}`
  if (discount.kind === 'percent') return `${counted} −${decimalText(discount.hundredths, 2)} %`
  return discount.kind === 'amount' && discount.cents > 0 ? `${counted} −${moneyText(discount.cents)}` : counted
}

/** The first half of a character that a cut took the second from. */
const LONE_HALF = /[\uD800-\uDBFF]$/

const described = (line: Line): string => {
  const tail = ` ${reckoning(line)}`
  const room = MAX_DESCRIPTION - tail.length
  return (
    (line.description.length <= room
      ? line.description
      : `${line.description.slice(0, room - 1).replace(LONE_HALF, '')}…`) + tail
  )
}

const isWholePercent = ({ discount }: Line): boolean =>
  discount.kind === 'none' || (discount.kind === 'percent' && discount.hundredths % 100 === 0)

/**
 * Where Ocote rounds is not documented, so every line that goes out is a whole number of cents: a quantity that multiplies to whole cents goes
 * as it is; weighed goods, discounts in cents and everything that would have to be rounded go as quantity 1 at the line's final price,
 * with the reckoning in the description. JSON numbers are written from exact decimal text.
 */
const wireLine = (line: Line): WireLine => ({ ...priced(line), ...(line.isService && { is_service: true }) })

/**
 * The unit price of a 03 and a 05 is taken to include the VAT, as that of a 01 does: the contract says so of the 01, that the 11 is without, and of
 * the 03 only that its answer breaks the 13 % out (Ocote API contract, §3). Here is the one place where that is decided; an API that means the
 * net answers with other amounts, and the document is flagged.
 */
const priced = (line: Line): WireLine => {
  const { amount } = lineAmounts(line)
  if (line.unit === 'kg' || !isWholePercent(line) || !isWholeCents(line))
    return { description: described(line), quantity: 1, unit_price: Number(decimalText(amount, 2)) }
  return {
    description: line.description,
    quantity: Number(decimalText(line.quantity, 3)),
    unit_price: Number(decimalText(line.unitPrice, 4)),
    ...(line.discount.kind === 'percent' &&
      line.discount.hundredths > 0 && { discount_percentage: line.discount.hundredths / 100 }),
  }
}

const wirePlace = ({ kind, code }: Place) =>
  kind === 'district' ? { district: code } : { department: code.slice(0, 2), municipality: code.slice(2) }

const wireCustomer = ({ name, document, email, phone, taxpayer, activity, place, address }: Customer) => ({
  name: name ?? 'Consumidor Final',
  ...(taxpayer && { nit: taxpayer.nit, nrc: taxpayer.nrc, type_contributor: taxpayer.contributor }),
  ...(document && { document_type: document.type, document_number: document.number }),
  ...(email && { email }),
  ...(phone && { phone }),
  ...(activity && { activity_code: activity.code }),
  ...(place && wirePlace(place)),
  ...(address && { address }),
})

/** CAT-016: 1 paid, 2 on credit, with its term (CAT-018). */
const wireCondition = (credit: CreditTerm | null) =>
  credit === null
    ? { transaction_condition: 1 }
    : { transaction_condition: 2, deadline: credit.unit, period: credit.amount }

type Body = (content: RequestContent) => object

const saleBody = ({ externalRef, lines, customer, paymentMethod, credit }: RequestContent) => ({
  external_ref: externalRef,
  lines: lines.map(wireLine),
  ...(customer && { customer: wireCustomer(customer) }),
  payment_method: paymentMethod,
  ...wireCondition(credit),
})

/** /invoice: a sale. */
const invoiceBody: Body = (content) => ({ doc_type: content.docType, ...saleBody(content) })

/** /suex: a purchase. Assumption: but for `is_service` it says the same as a sale. */
const purchaseBody: Body = saleBody

/** /credit-memo: our own ref names the CCF, which is known before the API's id is. */
const noteBody: Body = ({ externalRef, lines, origin, isWhole }) => ({
  external_ref: externalRef,
  document_id: origin?.externalRef,
  full_adjustment: isWhole,
  ...(!isWhole && { lines: lines.map(wireLine) }),
})

/** Source: Ocote API contract, §2–3. */
const BODIES: Readonly<Record<DocumentType, Body>> = {
  '01': invoiceBody,
  '03': invoiceBody,
  '05': noteBody,
  '11': invoiceBody,
  '14': purchaseBody,
}

/** Writes requests as the Ocote API contract, §3, wants them. */
export const ocoteRequestWriter: RequestWriter = {
  write: (content) => {
    const body = JSON.stringify(BODIES[content.docType](content))
    return { body, sha256: createHash('sha256').update(body).digest('hex') }
  },
}
