import { type Customer, type IdentityDocumentType, tidyCustomer } from '#domain/customer/customer.ts'
import type { Contributor } from '#domain/customer/taxpayer.ts'
import { type DocumentType, TRAITS } from '#domain/document/document-type.ts'
import { type Refusal, refusal } from '#domain/result/refusal.ts'

/** The form as it is being filled in. */
export type CustomerDraft = {
  readonly name: string
  readonly type: IdentityDocumentType
  readonly number: string
  readonly nit: string
  readonly nrc: string
  readonly contributor: Contributor | null
  readonly activity: NonNullable<Customer['activity']> | null
  readonly place: NonNullable<Customer['place']> | null
  readonly address: string
  readonly email: string
  readonly phone: string
}

/** Nearly everybody abroad has a passport, and everybody here a DUI. */
const usualDocument = (docType: DocumentType): IdentityDocumentType => (docType === '11' ? '03' : '13')

export const draftOf = (customer: Customer | null, docType: DocumentType): CustomerDraft => {
  const { document, taxpayer } = customer ?? {}
  return {
    name: customer?.name ?? '',
    type: document?.type ?? usualDocument(docType),
    number: document?.number ?? '',
    nit: taxpayer?.nit ?? (document?.type === '36' ? document.number : ''),
    nrc: taxpayer?.nrc ?? '',
    contributor: taxpayer?.contributor ?? null,
    activity: customer?.activity ?? null,
    place: customer?.place ?? null,
    address: customer?.address ?? '',
    email: customer?.email ?? '',
    phone: customer?.phone ?? '',
  }
}

/** What was filled in, whatever of it the form shows; null where that is nothing. */
export const customerOf = (draft: CustomerDraft): Customer | null => {
  const { name, type, number, nit, nrc, contributor, activity, place, address, email, phone } = draft
  const isTaxpayer = contributor !== null && (nit.trim() !== '' || nrc.trim() !== '')
  return tidyCustomer({
    name,
    document: { type, number },
    email,
    phone,
    ...(isTaxpayer && { taxpayer: { nit, nrc, contributor } }),
    ...(activity && { activity }),
    ...(place && { place }),
    address,
  })
}

type Lack = Refusal<
  'customer_name_missing' | 'nit_missing' | 'nrc_missing' | 'contributor_missing' | 'identity_number_missing'
>

/** The first thing that a document of this type needs and that is not written yet, in the order of the form. */
export const lackOf = ({ name, number, nit, nrc, contributor }: CustomerDraft, docType: DocumentType): Lack | null => {
  const { party } = TRAITS[docType]
  if (party === 'anybody') return null
  if (name.trim() === '') return refusal('customer_name_missing', 'customer.name')
  if (party === 'identified')
    return number.trim() === '' ? refusal('identity_number_missing', 'customer.document_number') : null
  if (nit.trim() === '') return refusal('nit_missing', 'customer.nit')
  if (nrc.trim() === '') return refusal('nrc_missing', 'customer.nrc')
  return contributor === null ? refusal('contributor_missing', 'customer.type_contributor') : null
}
