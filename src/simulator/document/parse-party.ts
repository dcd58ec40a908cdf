import type { Party } from './content.ts'
import { type JsonObject, type Problems, readFields } from './field-reader.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * The customer of a request; `needs` are the fields that must be there. Only the shape is checked here: whether the
 * numbers are true is for MH to say, so that a wrong DUI comes back as a rejection and not as a 400.
 * Source: Ocote API contract, §3.
 */
export const parseParty = (source: JsonObject, needs: readonly string[], problems: Problems): Party => {
  const fields = readFields(source, 'customer.', problems)
  const text = (name: string, most: number): string | null =>
    fields.text(name, { required: needs.includes(name), most })
  const contributor = source.type_contributor ?? undefined
  const documentType = fields.text('document_type', {
    required: needs.includes('document_type'),
    pattern: /^\d{2}$/,
    hint: 'debe ser un código de dos dígitos',
  })
  return {
    name: text('name', 250),
    nit: text('nit', 20),
    nrc: text('nrc', 20),
    typeContributor:
      contributor === undefined && !needs.includes('type_contributor')
        ? null
        : fields.choice('type_contributor', [1, 2, 3, 4], null),
    documentType,
    documentNumber: fields.text('document_number', {
      required: documentType !== null || needs.includes('document_number'),
      most: 20,
    }),
    email: text('email', 100),
    phone: text('phone', 30),
    address: text('address', 200),
    activityCode: text('activity_code', 6),
    district: fields.text('district', { pattern: UUID, hint: 'debe ser un UUID' }),
    department: fields.text('department', { pattern: /^(0[1-9]|1[0-4])$/, hint: 'debe ser un código de 01 a 14' }),
    municipality: fields.text('municipality', {
      pattern: /^\d{2}(\d{2})?$/,
      hint: 'debe ser un código de dos o cuatro dígitos',
    }),
  }
}
