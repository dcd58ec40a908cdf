import { type JsonObject, type Problems, readFields } from './field-reader.ts'
import type { Customer, DocType } from './invoice.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * The customer of a request. Only its shape is checked here: whether the numbers are true is for MH to say, so that a
 * wrong DUI comes back as a rejection and not as a 400. Source: Ocote API contract, §3.
 */
export const parseCustomer = (source: JsonObject, docType: DocType | null, problems: Problems): Customer => {
  const fields = readFields(source, 'customer.', problems)
  const required = docType === '03'
  const contributor = source.type_contributor ?? undefined
  const documentType = fields.text('document_type', { pattern: /^\d{2}$/, hint: 'debe ser un código de dos dígitos' })
  return {
    name: fields.text('name', { required, most: 250 }),
    nit: fields.text('nit', { required, most: 20 }),
    nrc: fields.text('nrc', { required, most: 20 }),
    typeContributor:
      contributor === undefined && !required ? null : fields.choice('type_contributor', [1, 2, 3, 4], null),
    documentType,
    documentNumber: fields.text('document_number', { required: documentType !== null, most: 20 }),
    email: fields.text('email', { most: 100 }),
    phone: fields.text('phone', { most: 30 }),
    address: fields.text('address', { most: 200 }),
    activityCode: fields.text('activity_code', { most: 6 }),
    district: fields.text('district', { pattern: UUID, hint: 'debe ser un UUID' }),
    department: fields.text('department', { pattern: /^(0[1-9]|1[0-4])$/, hint: 'debe ser un código de 01 a 14' }),
    municipality: fields.text('municipality', {
      pattern: /^\d{2}(\d{2})?$/,
      hint: 'debe ser un código de dos o cuatro dígitos',
    }),
  }
}
