import type { ControlPanel } from '../control-panel.ts'
import { localDate } from '../local-time.ts'
import type { FiscalRecord } from './fiscal-record.ts'

type Parts = {
  readonly records: FiscalRecord[]
  /** The last number given, by company, type and year. */
  readonly counters: Map<string, number>
  readonly panel: ControlPanel
  /** Milliseconds since 1970, the clock control included. */
  now(): number
  uuid(): string
  /** Makes what has changed durable; does nothing without a state file. */
  save(): void
}

/** Everything registered, in order of registration, and what registering needs. One per simulator. */
export type Registry = Parts & {
  add(record: FiscalRecord): void
  /** A company's document by its ref. */
  byRef(companyHash: string, externalRef: string): FiscalRecord | undefined
  /** A company's document by its id or its ref; another company's is not found. */
  find(companyHash: string, idOrRef: string): FiscalRecord | undefined
}

export const createRegistry = (parts: Parts): Registry => {
  const byId = new Map<string, FiscalRecord>()
  const byRef = new Map<string, FiscalRecord>()
  const index = (record: FiscalRecord): void => {
    byId.set(`${record.companyHash}/${record.documentId}`, record)
    if (!record.automatic) byRef.set(`${record.companyHash}/${record.externalRef}`, record)
  }
  parts.records.forEach(index)
  return {
    ...parts,
    add: (record) => {
      parts.records.push(record)
      index(record)
    },
    byRef: (companyHash, externalRef) => byRef.get(`${companyHash}/${externalRef}`),
    find: (companyHash, idOrRef) => byId.get(`${companyHash}/${idOrRef}`) ?? byRef.get(`${companyHash}/${idOrRef}`),
  }
}

/** The next control number of a company's type and year: DTE-01-M001P001-000000000000001. */
export const nextControlNumber = ({ counters, now }: Registry, companyHash: string, docType: string): string => {
  const series = `${companyHash}/${docType}/${localDate(now()).slice(0, 4)}`
  const number = (counters.get(series) ?? 0) + 1
  counters.set(series, number)
  return `DTE-${docType}-M001P001-${String(number).padStart(15, '0')}`
}
