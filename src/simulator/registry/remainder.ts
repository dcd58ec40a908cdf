import type { FiscalRecord } from './fiscal-record.ts'
import type { Registry } from './registry.ts'

/** The notes against a CCF that count: stamped, or waiting for MH. */
export const liveNotesOf = ({ records }: Registry, ccf: FiscalRecord): readonly FiscalRecord[] =>
  records.filter(
    ({ content, state }) =>
      content.related?.documentId === ccf.documentId && (state === 'stamped' || state === 'contingency'),
  )

/** What is left of a CCF's gross after its live notes, in cents; `except` is a note that is being corrected. */
export const remainderOf = (registry: Registry, ccf: FiscalRecord, except?: FiscalRecord): bigint =>
  liveNotesOf(registry, ccf)
    .filter((note) => note !== except)
    .reduce((left, note) => left - note.amounts.gross, ccf.amounts.gross)
