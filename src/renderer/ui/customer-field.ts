export type CustomerField = 'name' | 'document_type' | 'document_number' | 'email' | 'phone'

const FIELDS: Readonly<Record<string, CustomerField>> = {
  'customer.name': 'name',
  'customer.email': 'email',
  'customer.phone': 'phone',
  'customer.document': 'document_number',
  'customer.document.number': 'document_number',
  'customer.document_number': 'document_number',
  'customer.document.type': 'document_type',
  'customer.document_type': 'document_type',
}

/** The form's field that a refusal is about; null where it is about none of them alone. */
export const customerFieldOf = (field: string | undefined): CustomerField | null => FIELDS[field ?? ''] ?? null
