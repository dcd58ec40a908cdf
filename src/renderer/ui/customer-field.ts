import type { DocumentType } from '#domain/document/document-type.ts'

export type CustomerField =
  | 'name'
  | 'document_type'
  | 'document_number'
  | 'nit'
  | 'nrc'
  | 'contributor'
  | 'activity'
  | 'place'
  | 'address'
  | 'email'
  | 'phone'

const TAXPAYER = ['nit', 'nrc', 'contributor'] as const
const IDENTITY = ['document_type', 'document_number'] as const
const OF_TAXPAYER: readonly CustomerField[] = ['name', ...TAXPAYER, 'activity', 'place', 'address', 'email', 'phone']

/** What is asked for of whom a document of each type names. */
const ASKED: Readonly<Record<DocumentType, readonly CustomerField[]>> = {
  '01': ['name', ...IDENTITY, 'email', 'phone'],
  '03': OF_TAXPAYER,
  '05': OF_TAXPAYER,
  '11': ['name', ...IDENTITY, 'address', 'email'],
  '14': ['name', ...IDENTITY, 'address', 'phone'],
}

/** The form's fields; an invoice to a taxpayer shows what it says of them. */
export const fieldsAsked = (docType: DocumentType, isTaxpayer: boolean): readonly CustomerField[] =>
  docType === '01' && isTaxpayer ? [...ASKED[docType], ...TAXPAYER] : ASKED[docType]

/** The field of the form that comes nearest to one that it may not have. */
export const nearestField = (field: CustomerField, asked: readonly CustomerField[]): CustomerField => {
  if (asked.includes(field)) return field
  return field.startsWith('document_') && asked.includes('nit') ? 'nit' : 'name'
}

const FIELDS: Readonly<Record<string, CustomerField>> = {
  'customer.name': 'name',
  'customer.email': 'email',
  'customer.phone': 'phone',
  'customer.document': 'document_number',
  'customer.document.number': 'document_number',
  'customer.document_number': 'document_number',
  'customer.document.type': 'document_type',
  'customer.document_type': 'document_type',
  'customer.nit': 'nit',
  'customer.nrc': 'nrc',
  'customer.type_contributor': 'contributor',
  'customer.activity_code': 'activity',
  'customer.place': 'place',
  'customer.address': 'address',
}

/** The form's field that a refusal is about; null where it is about none of them alone. */
export const customerFieldOf = (field: string | undefined): CustomerField | null => FIELDS[field ?? ''] ?? null
