import { z } from 'zod'
import { DOCUMENT_TYPES as IDENTITY_TYPES } from '#domain/customer/customer.ts'
import { CONTRIBUTORS } from '#domain/customer/taxpayer.ts'
import { DOCUMENT_STATES } from '#domain/document/document-state.ts'
import { DOCUMENT_TYPES } from '#domain/document/document-type.ts'
import { UNITS } from '#domain/sale/line.ts'
import { PAYMENT_METHODS } from '#domain/sale/tender.ts'

/** Whole cents of a dollar. */
export const cents = z.int()
/** Milliseconds since 1970 in UTC. */
export const instant = z.int()
/** A day of the local calendar, "YYYY-MM-DD". */
export const localDate = z.iso.date()
export const externalRef = z.string().min(1).max(100)
export const documentState = z.enum(DOCUMENT_STATES)
export const documentType = z.enum(DOCUMENT_TYPES)

export const refusal = z.object({
  code: z.string(),
  field: z.string().optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type RefusalView = z.infer<typeof refusal>

/** Expected failure is a value: `{ ok: true, value }` or `{ ok: false, error }` with a stable code that is its translation key. */
export const resultOf = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error: refusal }),
  ])

export const discount = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('percent'), hundredths: z.int() }),
  z.object({ kind: z.literal('amount'), cents }),
])

/** Quantities in thousandths, unit prices in ten-thousandths of a dollar, VAT included. */
export const line = z.object({
  code: z.string().nullable(),
  description: z.string(),
  unit: z.enum(UNITS),
  quantity: z.int(),
  unitPrice: z.int(),
  discount,
  /** A service that is bought: income tax is withheld from it. */
  isService: z.literal(true).exactOptional(),
  partOf: z.object({ position: z.int().min(0), quantity: z.int() }).exactOptional(),
})

/** A position of a sale, from 0 on, and how much of it, in thousandths. */
export const part = z.object({ position: z.int().min(0), quantity: z.int() })

/** CAT-018: 1 days, 2 months, 3 years. */
export const creditTerm = z.object({ unit: z.literal([1, 2, 3]), amount: z.int() })

export const tender = z.object({ method: z.enum(PAYMENT_METHODS), amount: cents })

export const customer = z.object({
  name: z.string().nullable(),
  document: z.object({ type: z.enum(IDENTITY_TYPES), number: z.string() }).nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  taxpayer: z.object({ nit: z.string(), nrc: z.string(), contributor: z.literal(CONTRIBUTORS) }).exactOptional(),
  activity: z.object({ code: z.string().max(10), description: z.string().max(300) }).exactOptional(),
  place: z
    .object({ kind: z.enum(['district', 'municipality']), code: z.string().max(40), name: z.string().max(200) })
    .exactOptional(),
  address: z.string().max(400).exactOptional(),
})

export const totals = z.object({ subtotal: cents, discount: cents, total: cents, vat: cents })

export const product = z.object({
  code: z.string(),
  name: z.string(),
  category: z.string(),
  unit: z.enum(UNITS),
  unitPrice: z.int(),
  tile: z.int(),
})
export type ProductView = z.infer<typeof product>
