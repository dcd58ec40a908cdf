import { isPrintable } from '../result/printable.ts'
import { type Refusal, refusal } from '../result/refusal.ts'
import { parseDui } from './dui.ts'
import { parseNit } from './nit.ts'
import type { Activity } from './tax-catalogs.ts'
import { parseNrc, type Taxpayer, tidyTaxpayer } from './taxpayer.ts'

/** CAT-022: DUI, NIT, passport, resident's card, other. */
export const DOCUMENT_TYPES = ['13', '36', '03', '02', '37'] as const
export type IdentityDocumentType = (typeof DOCUMENT_TYPES)[number]

export type IdentityDocument = { readonly type: IdentityDocumentType; readonly number: string }

/** Where somebody lives, by MH's codes: a district's UUID of the API's catalogue, or a municipality ("0623": its department's two digits first). */
export type Place = { readonly kind: 'district' | 'municipality'; readonly code: string; readonly name: string }

/** The buyer, or who sells to us, as far as they wish to be named. Every field is optional below the identification limit. */
export type Customer = {
  readonly name: string | null
  readonly document: IdentityDocument | null
  readonly email: string | null
  readonly phone: string | null
  readonly taxpayer?: Taxpayer
  /** CAT-019, and what it says. */
  readonly activity?: Activity
  readonly place?: Place
  readonly address?: string
}

export type CustomerRefusal = Refusal<
  | 'customer_name_too_long'
  | 'text_not_printable'
  | 'dui_invalid'
  | 'nit_invalid'
  | 'identity_document_invalid'
  | 'email_invalid'
  | 'phone_invalid'
  | 'nrc_invalid'
  | 'activity_invalid'
  | 'place_invalid'
  | 'address_too_long'
>

const MAX_NAME = 250
const MAX_EMAIL = 100
const MAX_ADDRESS = 200
const ACTIVITY = /^\d{5,6}$/
const PLACE: Readonly<Record<Place['kind'], RegExp>> = {
  district: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  municipality: /^(0[1-9]|1[0-4])\d{2}$/,
}
const EMAIL = /^[^\s@<>()",;:]+@[^\s@<>()",;:.]+(\.[^\s@<>()",;:.]+)+$/
const PHONE = /^(?:503)?([267]\d{7})$/

/** Eight digits that start with 2, 6 or 7; +503, spaces and hyphens are taken off. Null where it is no Salvadoran number. */
export const parsePhone = (text: string): string | null => PHONE.exec(text.replaceAll(/[\s+()-]/g, ''))?.[1] ?? null

/** An identity document as the tax authority wants it written (DUI with hyphen, NIT without). Null where it is not valid. */
export const parseIdentityDocument = ({ type, number }: IdentityDocument): IdentityDocument | null => {
  if (type === '13') {
    const dui = parseDui(number)
    return dui === null ? null : { type, number: dui }
  }
  if (type === '36') {
    const nit = parseNit(number)
    return nit === null ? null : { type, number: nit.digits }
  }
  const text = number.trim().toUpperCase()
  return /^[A-Z0-9-]{3,20}$/.test(text) ? { type, number: text } : null
}

const INVALID_DOCUMENT = { '13': 'dui_invalid', '36': 'nit_invalid' } as const

const detailRefusal = ({ taxpayer, activity, place, address }: Customer): CustomerRefusal | null => {
  if (taxpayer && parseNit(taxpayer.nit) === null) return refusal('nit_invalid', 'customer.nit')
  if (taxpayer && parseNrc(taxpayer.nrc) === null) return refusal('nrc_invalid', 'customer.nrc')
  if (activity && !ACTIVITY.test(activity.code)) return refusal('activity_invalid', 'customer.activity_code')
  if (place && !PLACE[place.kind].test(place.code)) return refusal('place_invalid', 'customer.place')
  if (address === undefined) return null
  if (address.length > MAX_ADDRESS) return refusal('address_too_long', 'customer.address', { max: MAX_ADDRESS })
  return isPrintable(address) ? null : refusal('text_not_printable', 'customer.address')
}

export const customerRefusal = (customer: Customer): CustomerRefusal | null => {
  const { name, document, email, phone } = customer
  if (name !== null && name.length > MAX_NAME)
    return refusal('customer_name_too_long', 'customer.name', { max: MAX_NAME })
  if (name !== null && !isPrintable(name)) return refusal('text_not_printable', 'customer.name')
  if (document !== null && parseIdentityDocument(document) === null) {
    const code =
      document.type === '13' || document.type === '36' ? INVALID_DOCUMENT[document.type] : 'identity_document_invalid'
    return refusal(code, 'customer.document_number')
  }
  if (email !== null && (email.length > MAX_EMAIL || !EMAIL.test(email)))
    return refusal('email_invalid', 'customer.email')
  if (phone !== null && parsePhone(phone) === null) return refusal('phone_invalid', 'customer.phone')
  return detailRefusal(customer)
}

const textOrNull = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text.trim())

/**
 * The customer as kept and sent: blanks are nothing, numbers in their official form. Null when nothing is left. Fields that are not
 * valid stay as they were typed, for `customerRefusal` to name.
 */
export const tidyCustomer = (customer: Customer): Customer | null => {
  const typed = customer.document !== null && customer.document.number.trim() !== '' ? customer.document : null
  const phone = textOrNull(customer.phone)
  const tidy = {
    name: textOrNull(customer.name),
    document: typed && (parseIdentityDocument(typed) ?? typed),
    email: textOrNull(customer.email),
    phone: phone && (parsePhone(phone) ?? phone),
    ...(customer.taxpayer && { taxpayer: tidyTaxpayer(customer.taxpayer) }),
    ...(customer.activity && { activity: customer.activity }),
    ...(customer.place && { place: customer.place }),
    ...(customer.address?.trim() && { address: customer.address.trim() }),
  }
  return Object.values(tidy).every((value) => value === null) ? null : tidy
}

/** Whether the buyer is named as the law asks from the identification limit on: name and document. */
export const isIdentified = (customer: Customer | null): boolean =>
  customer !== null && textOrNull(customer.name) !== null && customer.document !== null
