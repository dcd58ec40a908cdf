import { z } from 'zod'
import { type Customer, DOCUMENT_TYPES } from '#domain/customer/customer.ts'
import { CONTRIBUTORS } from '#domain/customer/taxpayer.ts'
import type { Origin } from '#domain/document/fiscal-document.ts'
import type { Remarks } from '#domain/document/issued-facts.ts'

/** A column that holds JSON of the given shape, or NULL. */
const jsonColumn = <T extends z.ZodType>(shape: T) =>
  z
    .string()
    .nullable()
    .transform((text) => (text === null ? null : shape.parse(JSON.parse(text))))

const identityDocument = z.object({ type: z.enum(DOCUMENT_TYPES), number: z.string() }).nullable()

const customer = z.object({
  name: z.string().nullable(),
  document: identityDocument,
  email: z.string().nullable(),
  phone: z.string().nullable(),
  taxpayer: z.object({ nit: z.string(), nrc: z.string(), contributor: z.literal(CONTRIBUTORS) }).exactOptional(),
  activity: z.object({ code: z.string(), description: z.string() }).exactOptional(),
  place: z.object({ kind: z.enum(['district', 'municipality']), code: z.string(), name: z.string() }).exactOptional(),
  address: z.string().exactOptional(),
}) satisfies z.ZodType<Customer>

const remarks = z.object({ code: z.string(), texts: z.array(z.string()) }) satisfies z.ZodType<Remarks>

export const originRelation = z.enum(['credits', 'replaces'])

type OriginColumns = {
  readonly origin_relation: z.output<typeof originRelation> | null
  readonly origin_ref: string | null
}

/** Both columns have a value, or neither. */
export const originOf = ({ origin_relation: relation, origin_ref: externalRef }: OriginColumns): Origin | null =>
  relation === null || externalRef === null ? null : { relation, externalRef }

export const customerColumn = jsonColumn(customer)
/** `null` as JSON is no document, either. */
export const identityDocumentColumn = jsonColumn(identityDocument)
export const remarksColumn = jsonColumn(remarks)

const textOf = (value: unknown): string | null => (value === null ? null : JSON.stringify(value))

export const customerText = (value: Customer | null): string | null => textOf(value)
export const remarksText = (value: Remarks | null): string | null => textOf(value)
