import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { parseInvoice } from '../invoice/parse-invoice.ts'
import { amountsOf } from '../money/amounts.ts'
import type { FiscalRecord } from './fiscal-record.ts'

const FORMAT = 1

/** What survives a restart. Invoice and amounts follow from the request, so they are not written but worked out again. */
type StoredRecord = Omit<FiscalRecord, 'invoice' | 'amounts'>
type StoredState = {
  readonly format: typeof FORMAT
  readonly records: readonly StoredRecord[]
  readonly counters: readonly (readonly [string, number])[]
}

export type SavedState = { readonly records: FiscalRecord[]; readonly counters: Map<string, number> }

const stored = ({ invoice: _invoice, amounts: _amounts, ...record }: FiscalRecord): StoredRecord => record

const restored = (record: StoredRecord): FiscalRecord => {
  const parsed = parseInvoice(record.request)
  if ('detail' in parsed) throw new Error(`document ${record.documentId}: ${parsed.detail}`)
  return { ...record, invoice: parsed.invoice, amounts: amountsOf(parsed.invoice) }
}

/** Reads the state; empty when there is no file yet. Throws, naming the file, when it is not one of ours: better than to start numbers again. */
export const loadState = (file: string): SavedState => {
  if (!existsSync(file)) return { records: [], counters: new Map() }
  try {
    const state: StoredState = JSON.parse(readFileSync(file, 'utf8'))
    if (state.format !== FORMAT) throw new Error(`format ${state.format} is not ${FORMAT}`)
    return { records: state.records.map(restored), counters: new Map(state.counters) }
  } catch (cause) {
    throw new Error(`the simulator's state file ${file} cannot be read`, { cause })
  }
}

/** Writes the whole state beside the file and renames it, so that a crash leaves the old state or the new one. */
export const saveState = (file: string, { records, counters }: SavedState): void => {
  const state: StoredState = { format: FORMAT, records: records.map(stored), counters: [...counters] }
  writeFileSync(`${file}.tmp`, JSON.stringify(state), { flush: true })
  renameSync(`${file}.tmp`, file)
}
