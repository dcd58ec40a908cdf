import { localDate, localTime } from '../local-time.ts'
import type { FiscalRecord } from '../registry/fiscal-record.ts'

/** MH's raw answer as it would have been, or null while MH has said nothing. */
export const ministryResponse = (record: FiscalRecord): Readonly<Record<string, unknown>> | null => {
  const { verdict } = record
  if (verdict === null) return null
  const at = record.stampedAt ?? record.registeredAt
  return {
    version: 2,
    ambiente: record.environment,
    versionApp: 2,
    estado: verdict.accepted ? 'PROCESADO' : 'RECHAZADO',
    codigoGeneracion: record.generationCode,
    selloRecibido: record.receptionStamp === '' ? null : record.receptionStamp,
    fhProcesamiento: `${localDate(at).split('-').reverse().join('/')} ${localTime(at)}`,
    clasificaMsg: verdict.accepted ? '10' : '20',
    codigoMsg: verdict.code,
    descripcionMsg: verdict.message,
    observaciones: verdict.observations,
  }
}
