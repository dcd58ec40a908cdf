import { activityOf } from '../catalogs/activities.ts'
import { DEPARTMENTS } from '../catalogs/departments.ts'
import { DISTRICTS } from '../catalogs/districts.ts'
import { buyerName, type Customer, type Invoice } from '../invoice/invoice.ts'

type Json = Readonly<Record<string, unknown>>

/** MH's department and municipality of a customer, from the district where there is one. */
const placeOf = (customer: Customer): readonly [department: string, municipality: string] | null => {
  const district = DISTRICTS.find(({ id }) => id === customer.district?.toLowerCase())
  if (district) return [district.department.code, district.municipality.code.slice(2)]
  const department = DEPARTMENTS.find(({ code }) => code === customer.department)
  return department && customer.municipality ? [department.code, customer.municipality.slice(-2)] : null
}

const addressOf = (customer: Customer): Json | null => {
  const place = placeOf(customer)
  if (place === null || customer.address === null) return null
  return { departamento: place[0], municipio: place[1], complemento: customer.address }
}

/** `receptor` of a DTE; null in a 01 to nobody in particular. */
export const dteReceiver = (invoice: Invoice): Json | null => {
  const { customer, docType } = invoice
  if (customer === null && docType === '01' && invoice.customerName === null) return null
  const activity = customer?.activityCode ?? null
  const descActividad = activity === null ? null : (activityOf(activity) ?? 'Otros')
  const reached = { telefono: customer?.phone ?? null, correo: customer?.email ?? null }
  const named = { nombre: buyerName(invoice) }
  const document = {
    tipoDocumento: customer?.documentType ?? null,
    numDocumento: customer?.documentNumber ?? null,
  }
  if (docType === '11')
    return { ...named, ...document, complemento: customer?.address ?? null, descActividad, ...reached }
  const direccion = customer && addressOf(customer)
  const common = { nrc: customer?.nrc ?? null, ...named, codActividad: activity, descActividad, direccion, ...reached }
  return docType === '03'
    ? { nit: customer?.nit ?? null, ...common, nombreComercial: null }
    : { ...document, ...common }
}
