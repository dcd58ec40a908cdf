import type { Customer, Invoice } from '../invoice/invoice.ts'
import { amountsOf } from '../money/amounts.ts'
import { isValidDui } from './dui.ts'
import { accepted, rejected, type Verdict } from './verdict.ts'

/** CAT-022. */
const DOCUMENT_TYPES = ['36', '13', '37', '03', '02']
const NIT = /^(\d{14}|\d{9})$/
const EMAIL = /^[^\s@,;]+@[^\s@,;.]+(\.[^\s@,;.]+)+$/
/** From here on a 01 must say who buys. */
const NAMED_FROM_CENTS = 2_500_000n

type Rule = (customer: Customer) => Verdict | null

const numberFits = (type: string, number: string): boolean => {
  if (type === '13') return isValidDui(number)
  return type !== '36' || NIT.test(number)
}

const rules: readonly Rule[] = [
  ({ email }) =>
    email === null || EMAIL.test(email)
      ? null
      : rejected('096', ['Campo #/receptor/correo no cumple el formato requerido']),
  ({ documentType }) =>
    documentType === null || DOCUMENT_TYPES.includes(documentType)
      ? null
      : rejected('092', ['Campo #/receptor/tipoDocumento no es válido']),
  ({ documentType, documentNumber }) =>
    documentType === null || documentNumber === null || numberFits(documentType, documentNumber)
      ? null
      : rejected('094', ['Campo #/receptor/numDocumento no es válido']),
  ({ nit }) => (nit === null || NIT.test(nit) ? null : rejected('094', ['Campo #/receptor/nit no es válido'])),
  ({ nrc }) => (nrc === null || /^\d{2,8}$/.test(nrc) ? null : rejected('095', ['Campo #/receptor/nrc no es válido'])),
  ({ activityCode }) =>
    activityCode === null || /^\d{5,6}$/.test(activityCode)
      ? null
      : rejected('089', ['Campo #/receptor/codActividad no es válido']),
]

const identityRule = (invoice: Invoice): Verdict | null => {
  if (invoice.docType !== '01' || amountsOf(invoice).gross < NAMED_FROM_CENTS) return null
  const { name, documentNumber, documentType } = invoice.customer ?? {}
  const missing = [
    ...((name ?? invoice.customerName) ? [] : ['Campo #/receptor/nombre es requerido']),
    ...(documentType && documentNumber ? [] : ['Campo #/receptor/numDocumento es requerido']),
  ]
  return missing.length === 0 ? null : rejected('096', missing)
}

/** MH's own judgement of the data: the first rule that fails, or accepted. Source: Ocote API contract, §4. */
export const judge = (invoice: Invoice): Verdict => {
  const { customer } = invoice
  const refused =
    customer === null ? undefined : rules.map((rule) => rule(customer)).find((verdict) => verdict !== null)
  return refused ?? identityRule(invoice) ?? accepted
}
