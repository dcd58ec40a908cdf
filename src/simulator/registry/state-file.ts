import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Content } from '../document/content.ts'
import { DOC_TYPES, DOCUMENT_TYPES } from '../document/document-types.ts'
import { parseCreditMemo } from '../document/parse-credit-memo.ts'
import { parseDocument } from '../document/parse-document.ts'
import { amountsOf } from '../money/amounts.ts'
import type { FiscalRecord } from './fiscal-record.ts'
import { noteContent } from './note-content.ts'

const FORMAT = 1

type Later = 'environment' | 'automatic'

/** What survives a restart. Content and amounts follow from the request, so they are not written but worked out again. */
type StoredRecord = Omit<FiscalRecord, 'content' | 'amounts' | Later> &
  Partial<Pick<FiscalRecord, Later>> & {
    /** A note's CCF and what the note takes where it takes all that was left, in cents as text. */
    readonly note?: { readonly ccfId: string; readonly remainder: string | null }
  }
type StoredState = {
  readonly format: typeof FORMAT
  readonly records: readonly StoredRecord[]
  readonly counters: readonly (readonly [string, number])[]
}

export type SavedState = { readonly records: FiscalRecord[]; readonly counters: Map<string, number> }

const stored = ({ content: { related }, amounts: _amounts, ...record }: FiscalRecord): StoredRecord =>
  related === null
    ? record
    : { ...record, note: { ccfId: related.documentId, remainder: related.remainder?.toString() ?? null } }

const restored = ({ note: _note, ...record }: StoredRecord, content: Content): FiscalRecord => ({
  environment: '00',
  automatic: false,
  ...record,
  content,
  amounts: amountsOf(content),
})

const documentOf = (record: StoredRecord): FiscalRecord => {
  const docType = DOC_TYPES.find((type) => record.controlNumber.startsWith(`DTE-${type}-`))
  const route = docType && DOCUMENT_TYPES[docType].issuedAt
  if (route === undefined || route === '/credit-memo') throw new Error(`${record.controlNumber} is no such number`)
  const parsed = parseDocument(route, record.request)
  if ('detail' in parsed) throw new Error(`document ${record.documentId}: ${parsed.detail}`)
  return restored(record, parsed.content)
}

const noteOf = (record: StoredRecord, ccf: FiscalRecord | undefined, remainder: string | null): FiscalRecord => {
  if (!ccf) throw new Error(`note ${record.documentId}: its CCF is missing`)
  const parsed = record.request === null ? null : parseCreditMemo(record.request)
  if (parsed && 'detail' in parsed) throw new Error(`note ${record.documentId}: ${parsed.detail}`)
  const { externalRef, lines } = parsed?.creditMemo ?? { externalRef: '', lines: [] }
  const asked = { externalRef, lines, remainder: remainder === null ? null : BigInt(remainder) }
  return restored(record, noteContent(ccf, asked))
}

/** A note may stand before its CCF: its correction may have named another one than it did at first. */
const recordsOf = (state: StoredState): FiscalRecord[] => {
  const documents = new Map(
    state.records.filter(({ note }) => !note).map((record) => [record.documentId, documentOf(record)]),
  )
  return state.records.flatMap(
    (record) =>
      (record.note
        ? noteOf(record, documents.get(record.note.ccfId), record.note.remainder)
        : documents.get(record.documentId)) ?? [],
  )
}

/** Reads the state; empty when there is no file yet. Throws, naming the file, when it is not one of ours: better than to start numbers again. */
export const loadState = (file: string): SavedState => {
  if (!existsSync(file)) return { records: [], counters: new Map() }
  try {
    const state: StoredState = JSON.parse(readFileSync(file, 'utf8'))
    if (state.format !== FORMAT) throw new Error(`format ${state.format} is not ${FORMAT}`)
    return { records: recordsOf(state), counters: new Map(state.counters) }
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
