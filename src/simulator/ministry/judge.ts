import { activityOf } from '../catalogs/activities.ts'
import { IDENTITY_DOCUMENTS } from '../catalogs/identity-documents.ts'
import { placeOf } from '../catalogs/place-of.ts'
import type { Content, Party } from '../document/content.ts'
import { DOCUMENT_TYPES } from '../document/document-types.ts'
import { amountsOf } from '../money/amounts.ts'
import { isValidDui } from './dui.ts'
import { accepted, rejected, type Verdict } from './verdict.ts'

const NIT = /^(\d{14}|\d{9})$/
const EMAIL = /^[^\s@,;]+@[^\s@,;.]+(\.[^\s@,;.]+)+$/
/** At least 8 characters, as in MH's schemas; how a number is written is not MH's business. */
const PHONE = /^[\d\s()+-]{8,30}$/

const numberFits = (type: string, number: string): boolean => {
  if (type === '13') return isValidDui(number)
  return type !== '36' || NIT.test(number)
}

/** One field of the other party: what is wrong with it, its code and how MH goes on after "Campo #/receptor/". */
type Rule = { readonly code: string; readonly complaint: string; readonly isWrong: (party: Party) => boolean }

const unlike = (value: string | null, pattern: RegExp): boolean => value !== null && !pattern.test(value)

const RULES: readonly Rule[] = [
  { code: '096', complaint: 'correo no cumple el formato requerido', isWrong: ({ email }) => unlike(email, EMAIL) },
  { code: '096', complaint: 'telefono no cumple el formato requerido', isWrong: ({ phone }) => unlike(phone, PHONE) },
  {
    code: '092',
    complaint: 'tipoDocumento no es válido',
    isWrong: ({ documentType: type }) => type !== null && !Object.hasOwn(IDENTITY_DOCUMENTS, type),
  },
  {
    code: '094',
    complaint: 'numDocumento no es válido',
    isWrong: ({ documentType: type, documentNumber: number }) =>
      type !== null && number !== null && !numberFits(type, number),
  },
  { code: '094', complaint: 'nit no es válido', isWrong: ({ nit }) => unlike(nit, NIT) },
  { code: '095', complaint: 'nrc no es válido', isWrong: ({ nrc }) => unlike(nrc, /^\d{2,8}$/) },
  {
    code: '089',
    complaint: 'codActividad no es válido',
    isWrong: ({ activityCode }) => activityCode !== null && activityOf(activityCode) === null,
  },
  {
    code: '096',
    complaint: 'direccion/municipio no corresponde al departamento',
    isWrong: (party) => placeOf(party) === 'nowhere',
  },
]

const anonymity = (content: Content): Verdict | null => {
  const { namedFrom } = DOCUMENT_TYPES[content.docType]
  if (namedFrom === null || amountsOf(content).gross < namedFrom) return null
  const { name, documentNumber, documentType } = content.party ?? {}
  const missing = [
    ...((name ?? content.customerName) ? [] : ['Campo #/receptor/nombre es requerido']),
    ...(documentType && documentNumber ? [] : ['Campo #/receptor/numDocumento es requerido']),
  ]
  return missing.length === 0 ? null : rejected('096', missing)
}

/**
 * MH's own judgement of what the request gives: the first rule that it breaks, or accepted. What the request leaves out
 * is for Ocote to fill in, and is not judged. Source: Ocote API contract, §4; formats: MH's public schemas.
 */
export const judge = (content: Content): Verdict => {
  const { party, docType } = content
  const broken = party && RULES.find(({ isWrong }) => isWrong(party))
  if (broken) return rejected(broken.code, [`Campo #/${DOCUMENT_TYPES[docType].partySection}/${broken.complaint}`])
  return anonymity(content) ?? accepted
}
