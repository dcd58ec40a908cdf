import { z } from 'zod'
import { type Customer, DOCUMENT_TYPES } from '#domain/customer/customer.ts'
import { parseDecimal, type Scale } from '#domain/money/decimal.ts'
import type { Product } from '#domain/product/product.ts'
import { type Refusal, refusal } from '#domain/result/refusal.ts'
import { fail, ok, type Result } from '#domain/result/result.ts'
import { type Line, NO_DISCOUNT } from '#domain/sale/line.ts'
import type { OpenSale } from '#domain/sale/sale.ts'
import { PAYMENT_METHODS, type Tender } from '#domain/sale/tender.ts'

/** A JSON number, or the same as text, that is exact with so many decimals. */
const decimal = (scale: Scale) =>
  z.union([z.number(), z.string()]).transform((value, context) => {
    const units = parseDecimal(typeof value === 'number' ? plainText(value) : value, scale)
    if (units !== null) return units
    context.addIssue({ code: 'custom', message: `a number with at most ${scale} decimals` })
    return z.NEVER
  })

/** Without an exponent, which JavaScript writes from 1e-7 down. */
const plainText = (value: number): string => (Math.abs(value) < 1e-6 && value !== 0 ? value.toFixed(20) : String(value))

const freeLine = z.strictObject({
  description: z.string(),
  quantity: decimal(3),
  unit_price: decimal(4),
  discount_percentage: decimal(2).optional(),
  discount_amount: decimal(2).optional(),
  unit: z.enum(['unit', 'kg']).optional(),
})

const codedLine = z.strictObject({
  code: z.string().min(1),
  quantity: decimal(3),
  discount_percentage: decimal(2).optional(),
  discount_amount: decimal(2).optional(),
})

const cartCustomer = z
  .strictObject({
    name: z.string().nullish(),
    document_type: z.enum(DOCUMENT_TYPES).nullish(),
    document_number: z.string().nullish(),
    email: z.string().nullish(),
    phone: z.string().nullish(),
  })
  .refine(({ document_type, document_number }) => !document_type || Boolean(document_number), {
    path: ['document_number'],
    message: 'document_type needs its document_number',
  })

const cart = z.strictObject({
  lines: z.array(z.looseObject({})),
  tenders: z.array(z.strictObject({ method: z.enum(PAYMENT_METHODS), amount: decimal(2) })),
  customer: cartCustomer.nullish(),
})

type CartLine = z.output<typeof codedLine> | z.output<typeof freeLine>

const discountOf = ({ discount_percentage, discount_amount }: CartLine): Line['discount'] => {
  if (discount_amount !== undefined) return { kind: 'amount', cents: discount_amount }
  return discount_percentage === undefined ? NO_DISCOUNT : { kind: 'percent', hundredths: discount_percentage }
}

/** The first thing wrong, by its path: "lines.0.quantity". */
const firstProblem = ({ issues: [issue] }: z.ZodError, at: readonly PropertyKey[] = []): Refusal =>
  refusal('cart_invalid', [...at, ...(issue?.path ?? [])].join('.') || 'cart', { detail: issue?.message ?? 'invalid' })

export const readCustomer = (input: unknown): Result<Customer | null, Refusal> => {
  const parsed = cartCustomer.nullish().safeParse(input)
  return parsed.success ? ok(customerOf(parsed.data)) : fail(firstProblem(parsed.error))
}

const customerOf = (given: z.output<typeof cartCustomer> | null | undefined): Customer | null =>
  given
    ? {
        name: given.name ?? null,
        document: given.document_number ? { type: given.document_type ?? '13', number: given.document_number } : null,
        email: given.email ?? null,
        phone: given.phone ?? null,
      }
    : null

/** A line that names a code is one of the catalogue's; any other says itself what it is. */
const readLine = (given: object, index: number, find: (code: string) => Product | null): Result<Line, Refusal> => {
  const at = ['lines', index]
  const parsed = ('code' in given ? codedLine : freeLine).safeParse(given)
  if (!parsed.success) return fail(firstProblem(parsed.error, at))
  const line = parsed.data
  if (line.discount_amount !== undefined && line.discount_percentage !== undefined)
    return fail(refusal('two_discounts', [...at, 'discount_amount'].join('.')))
  const shared = { quantity: line.quantity, discount: discountOf(line) }
  if (!('code' in line)) {
    const { description, unit_price, unit } = line
    return ok({ ...shared, code: null, description, unit: unit ?? 'unit', unitPrice: unit_price })
  }
  const product = find(line.code)
  if (!product) return fail(refusal('product_unknown', [...at, 'code'].join('.'), { code: line.code }))
  const { code, name, unit, unitPrice } = product
  return ok({ ...shared, code, description: name, unit, unitPrice })
}

/** A cart as scripts write it (see the README): dollars and quantities as JSON numbers, lines free or by code of the catalogue. */
export const readCart = (
  input: unknown,
  find: (code: string) => Product | null,
): Result<{ readonly sale: OpenSale; readonly tenders: readonly Tender[] }, Refusal> => {
  const parsed = cart.safeParse(input)
  if (!parsed.success) return fail(firstProblem(parsed.error))
  const lines: Line[] = []
  for (const [index, given] of parsed.data.lines.entries()) {
    const line = readLine(given, index, find)
    if (!line.ok) return line
    lines.push(line.value)
  }
  return ok({ sale: { lines, customer: customerOf(parsed.data.customer) }, tenders: parsed.data.tenders })
}
