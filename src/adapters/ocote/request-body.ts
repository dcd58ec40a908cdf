import { createHash } from 'node:crypto'
import type { RequestContent, RequestWriter } from '#application/ports/request-writer.ts'
import type { Customer } from '#domain/customer/customer.ts'
import { decimalText, moneyText } from '#domain/money/decimal.ts'
import { isWholeCents, type Line, lineAmounts, MAX_DESCRIPTION } from '#domain/sale/line.ts'

type WireLine = {
  readonly description: string
  readonly quantity: number
  readonly unit_price: number
  readonly discount_percentage?: number
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
const wireLine = (line: Line): WireLine => {
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

const wireCustomer = ({ name, document, email, phone }: Customer) => ({
  name: name ?? 'Consumidor Final',
  ...(document && { document_type: document.type, document_number: document.number }),
  ...(email && { email }),
  ...(phone && { phone }),
})

const bodyOf = ({ docType, externalRef, lines, customer, paymentMethod }: RequestContent) => ({
  doc_type: docType,
  external_ref: externalRef,
  lines: lines.map(wireLine),
  ...(customer && { customer: wireCustomer(customer) }),
  payment_method: paymentMethod,
  transaction_condition: 1,
})

/** Writes requests as the Ocote API contract, §3, wants them. */
export const ocoteRequestWriter: RequestWriter = {
  write: (content) => {
    const body = JSON.stringify(bodyOf(content))
    return { body, sha256: createHash('sha256').update(body).digest('hex') }
  },
}
