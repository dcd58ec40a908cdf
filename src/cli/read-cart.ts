import { z } from 'zod'
import { type Customer, DOCUMENT_TYPES, type Place } from '#domain/customer/customer.ts'
import { CONTRIBUTORS } from '#domain/customer/taxpayer.ts'
import { COUNTER_TYPES } from '#domain/document/document-type.ts'
import type { Product } from '#domain/product/product.ts'
import { type Refusal, refusal } from '#domain/result/refusal.ts'
import { fail, ok, type Result } from '#domain/result/result.ts'
import { type Line, NO_DISCOUNT } from '#domain/sale/line.ts'
import type { OpenSale } from '#domain/sale/sale.ts'
import { PAYMENT_METHODS, type Tender } from '#domain/sale/tender.ts'
import { decimal } from './decimal.ts'

const freeLine = z.strictObject({
  description: z.string(),
  quantity: decimal(3),
  unit_price: decimal(4),
  discount_percentage: decimal(2).optional(),
  discount_amount: decimal(2).optional(),
  unit: z.enum(['unit', 'kg']).optional(),
  is_service: z.boolean().optional(),
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
    nit: z.string().optional(),
    nrc: z.string().optional(),
    type_contributor: z.literal(CONTRIBUTORS).optional(),
    activity_code: z.string().optional(),
    department: z.string().optional(),
    municipality: z.string().optional(),
    district: z.string().optional(),
    address: z.string().optional(),
  })
  .refine(({ document_type, document_number }) => !document_type || Boolean(document_number), {
    path: ['document_number'],
    message: 'document_type needs its document_number',
  })
  .refine(({ nit, nrc, type_contributor }) => new Set([nit, nrc, type_contributor].map(Boolean)).size === 1, {
    path: ['nit'],
    message: 'nit, nrc and type_contributor come together',
  })
  .refine(({ department, municipality }) => Boolean(department) === Boolean(municipality), {
    path: ['municipality'],
    message: 'department and municipality come together',
  })

const cart = z.strictObject({
  lines: z.array(z.looseObject({})),
  tenders: z.array(z.strictObject({ method: z.enum(PAYMENT_METHODS), amount: decimal(2) })),
  customer: cartCustomer.nullish(),
  doc_type: z.enum(COUNTER_TYPES).optional(),
  /** On credit: the unit of the term (1 days, 2 months, 3 years), and how many. */
  deadline: z.literal([1, 2, 3]).optional(),
  period: z.int().optional(),
})

type CartLine = z.output<typeof codedLine> | z.output<typeof freeLine>

const discountOf = ({ discount_percentage, discount_amount }: CartLine): Line['discount'] => {
  if (discount_amount !== undefined) return { kind: 'amount', cents: discount_amount }
  return discount_percentage === undefined ? NO_DISCOUNT : { kind: 'percent', hundredths: discount_percentage }
}

/** The first thing wrong, by its path: "lines.0.quantity". */
const firstProblem = ({ issues: [issue] }: z.ZodError, at: readonly PropertyKey[] = []): Refusal =>
  refusal('cart_invalid', [...at, ...(issue?.path ?? [])].join('.') || 'cart', { detail: issue?.message ?? 'invalid' })

export const readCustomer = (input: unknown, names?: CatalogNames): Result<Customer | null, Refusal> => {
  const parsed = cartCustomer.nullish().safeParse(input)
  return parsed.success ? ok(customerOf(parsed.data, names)) : fail(firstProblem(parsed.error))
}

/** What the kept catalogues call a code; the code itself where they do not know it. */
export type CatalogNames = {
  readonly activity: (code: string) => string | null
  readonly place: (code: string) => string | null
}

type GivenCustomer = z.output<typeof cartCustomer>

const placeOf = ({ district, department, municipality }: GivenCustomer, names?: CatalogNames): Place | null => {
  if (district) return { kind: 'district', code: district, name: names?.place(district) ?? district }
  if (!department || !municipality) return null
  const code = municipality.length === 4 ? municipality : department + municipality
  return { kind: 'municipality', code, name: names?.place(code) ?? code }
}

const customerOf = (given: GivenCustomer | null | undefined, names?: CatalogNames): Customer | null => {
  if (!given) return null
  const { nit, nrc, type_contributor: contributor, activity_code: activity, address } = given
  const place = placeOf(given, names)
  return {
    name: given.name ?? null,
    document: given.document_number ? { type: given.document_type ?? '13', number: given.document_number } : null,
    email: given.email ?? null,
    phone: given.phone ?? null,
    ...(nit && nrc && contributor && { taxpayer: { nit, nrc, contributor } }),
    ...(activity && { activity: { code: activity, description: names?.activity(activity) ?? activity } }),
    ...(place && { place }),
    ...(address && { address }),
  }
}

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
    const { description, unit_price, unit, is_service: isService } = line
    const service = isService && { isService }
    return ok({ ...shared, code: null, description, unit: unit ?? 'unit', unitPrice: unit_price, ...service })
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
  names?: CatalogNames,
): Result<{ readonly sale: OpenSale; readonly tenders: readonly Tender[] }, Refusal> => {
  const parsed = cart.safeParse(input)
  if (!parsed.success) return fail(firstProblem(parsed.error))
  const lines: Line[] = []
  for (const [index, given] of parsed.data.lines.entries()) {
    const line = readLine(given, index, find)
    if (!line.ok) return line
    lines.push(line.value)
  }
  const { customer, tenders, doc_type: docType, deadline: unit, period: amount } = parsed.data
  if ((unit === undefined) !== (amount === undefined))
    return fail(refusal('cart_invalid', 'period', { detail: 'deadline and period come together' }))
  const credit = unit !== undefined && amount !== undefined && { credit: { unit, amount } }
  return ok({ sale: { lines, customer: customerOf(customer, names), ...(docType && { docType }), ...credit }, tenders })
}
