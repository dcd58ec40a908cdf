import { activityOf } from '../catalogs/activities.ts'
import { placeOf } from '../catalogs/place-of.ts'
import { type Content, type Party, partyName } from '../document/content.ts'

type Json = Readonly<Record<string, unknown>>

const addressOf = (party: Party): Json | null => {
  const place = placeOf(party)
  if (place === null || place === 'nowhere' || party.address === null) return null
  return { departamento: place.department, municipio: place.municipality, complemento: party.address }
}

/** Assumption: the request says nothing of an importer's country; this is CAT-020's code for one that is not known. */
const ABROAD: Json = { codPais: '9999', nombrePais: 'No definido' }

/** `receptor` of a DTE, or `sujetoExcluido`; null in a 01 to nobody in particular. */
export const dteReceiver = (content: Content): Json | null => {
  const { party, docType } = content
  if (party === null && docType === '01' && content.customerName === null) return null
  const codActividad = party?.activityCode ?? null
  const descActividad = codActividad === null ? null : activityOf(codActividad)
  const reached = { telefono: party?.phone ?? null, correo: party?.email ?? null }
  const nombre = partyName(content)
  const document = { tipoDocumento: party?.documentType ?? null, numDocumento: party?.documentNumber ?? null }
  const common = { nombre, codActividad, descActividad, direccion: party && addressOf(party), ...reached }
  const nrc = party?.nrc ?? null
  switch (docType) {
    case '01':
      return { ...document, nrc, ...common }
    case '03':
    case '05':
      return { nit: party?.nit ?? null, nrc, ...common, nombreComercial: null }
    case '11': {
      const tipoPersona = party?.nit ? 2 : 1
      const complemento = party?.address ?? null
      return {
        nombre,
        ...document,
        ...ABROAD,
        complemento,
        tipoPersona,
        nombreComercial: null,
        descActividad,
        ...reached,
      }
    }
    case '14':
      return { ...document, ...common }
  }
}
