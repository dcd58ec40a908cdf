import type { Issuer } from '../issuer.ts'
import { localDate, localTime } from '../local-time.ts'
import type { FiscalRecord } from '../registry/fiscal-record.ts'
import { dteItems } from './dte-items.ts'
import { dteReceiver } from './dte-receiver.ts'
import { dteSummary } from './dte-summary.ts'

type Json = Readonly<Record<string, unknown>>

/** The versions of MH's schemas that these fields are named after. */
const SCHEMA_VERSIONS = { '01': 1, '03': 3, '11': 1 } as const

const identification = ({ invoice, ...record }: FiscalRecord): Json => ({
  version: SCHEMA_VERSIONS[invoice.docType],
  ambiente: '00',
  tipoDte: invoice.docType,
  numeroControl: record.controlNumber,
  codigoGeneracion: record.generationCode,
  tipoModelo: 1,
  tipoOperacion: 1,
  tipoContingencia: null,
  // MH's own spelling in the schema of the 11.
  [invoice.docType === '11' ? 'motivoContigencia' : 'motivoContin']: null,
  fecEmi: localDate(record.registeredAt),
  horEmi: localTime(record.registeredAt),
  tipoMoneda: 'USD',
})

const emitter = (issuer: Issuer, docType: string): Json => ({
  nit: issuer.nit,
  nrc: issuer.nrc,
  nombre: issuer.name,
  codActividad: issuer.activityCode,
  descActividad: issuer.activity,
  nombreComercial: issuer.tradeName,
  tipoEstablecimiento: '01',
  direccion: { departamento: issuer.departmentCode, municipio: issuer.municipalityCode, complemento: issuer.address },
  telefono: issuer.phone,
  correo: issuer.email,
  codEstableMH: 'M001',
  codEstable: 'M001',
  codPuntoVentaMH: 'P001',
  codPuntoVenta: 'P001',
  ...(docType === '11' && { tipoItemExpor: 1, recintoFiscal: null, regimen: null }),
})

const base64Url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Has a signature's shape and says what it is: nothing signs here. */
const signature = (dte: Json): string =>
  [base64Url({ alg: 'RS512' }), base64Url(dte), base64Url('SIMULADOR: FIRMA SIN VALIDEZ')].join('.')

/**
 * The signed DTE with MH's public field names. `selloRecibido` is null while there is none. Only the common fields are
 * there: it is made to be read by a till, not by MH.
 */
export const dteJson = (record: FiscalRecord, issuer: Issuer): Json => {
  const { docType } = record.invoice
  const dte = {
    identificacion: identification(record),
    ...(docType !== '11' && { documentoRelacionado: null }),
    emisor: emitter(issuer, docType),
    receptor: dteReceiver(record.invoice),
    otrosDocumentos: null,
    ventaTercero: null,
    cuerpoDocumento: dteItems(record),
    resumen: dteSummary(record),
    ...(docType !== '11' && { extension: null }),
    apendice: null,
  }
  return { ...dte, firmaElectronica: signature(dte), selloRecibido: record.receptionStamp || null }
}
