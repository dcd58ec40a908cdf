import type { DocType } from '../document/document-types.ts'
import { DOCUMENT_TYPES } from '../document/document-types.ts'
import type { Issuer } from '../issuer.ts'
import { localDate, localTime } from '../local-time.ts'
import type { FiscalRecord } from '../registry/fiscal-record.ts'
import { dteEmitter } from './dte-emitter.ts'
import { dteItems } from './dte-items.ts'
import { dteReceiver } from './dte-receiver.ts'
import { dteSummary } from './dte-summary.ts'

type Json = Readonly<Record<string, unknown>>

const identification = ({ content: { docType }, ...record }: FiscalRecord): Json => ({
  version: DOCUMENT_TYPES[docType].schemaVersion,
  ambiente: record.environment,
  tipoDte: docType,
  numeroControl: record.controlNumber,
  codigoGeneracion: record.generationCode,
  tipoModelo: 1,
  tipoOperacion: 1,
  tipoContingencia: null,
  // MH's own spelling in the schema of the 11.
  [docType === '11' ? 'motivoContigencia' : 'motivoContin']: null,
  fecEmi: localDate(record.registeredAt),
  horEmi: localTime(record.registeredAt),
  tipoMoneda: 'USD',
})

/** `tipoGeneracion` 2 is an electronic document, named by its generation code. */
const relatedDocuments = ({ content: { related } }: FiscalRecord): readonly Json[] | null =>
  related && [
    { tipoDocumento: '03', tipoGeneracion: 2, numeroDocumento: related.generationCode, fechaEmision: related.date },
  ]

const EXTENSION: Json = {
  nombEntrega: null,
  docuEntrega: null,
  nombRecibe: null,
  docuRecibe: null,
  observaciones: null,
}

/** The sections that a type has besides those of all. */
const OWN_SECTIONS: { readonly [K in DocType]: (record: FiscalRecord) => Json } = {
  '01': () => ({
    documentoRelacionado: null,
    otrosDocumentos: null,
    ventaTercero: null,
    extension: { ...EXTENSION, placaVehiculo: null },
  }),
  '03': () => ({
    documentoRelacionado: null,
    otrosDocumentos: null,
    ventaTercero: null,
    extension: { ...EXTENSION, placaVehiculo: null },
  }),
  '05': (record) => ({ documentoRelacionado: relatedDocuments(record), ventaTercero: null, extension: EXTENSION }),
  '11': () => ({ otrosDocumentos: null, ventaTercero: null }),
  '14': () => ({}),
}

const base64Url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Has a signature's shape and says what it is: nothing signs here. */
const signature = (dte: Json): string =>
  [base64Url({ alg: 'RS512' }), base64Url(dte), base64Url('SIMULADOR: FIRMA SIN VALIDEZ')].join('.')

/**
 * The signed DTE with MH's public field names. `selloRecibido` is null while there is none. What the request does not
 * give is null, even where MH demands it: it is made to be read by a till, not by MH.
 */
export const dteJson = (record: FiscalRecord, issuer: Issuer): Json => {
  const { docType } = record.content
  const dte = {
    identificacion: identification(record),
    emisor: dteEmitter(issuer, docType),
    [DOCUMENT_TYPES[docType].partySection]: dteReceiver(record.content),
    cuerpoDocumento: dteItems(record),
    resumen: dteSummary(record),
    ...OWN_SECTIONS[docType](record),
    apendice: null,
  }
  return { ...dte, firmaElectronica: signature(dte), selloRecibido: record.receptionStamp || null }
}
