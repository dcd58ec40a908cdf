import { accepted } from '../ministry/verdict.ts'
import type { FiscalRecord } from './fiscal-record.ts'
import { noteContent } from './note-content.ts'
import { register } from './register.ts'
import type { Registry } from './registry.ts'
import { remainderOf } from './remainder.ts'
import { settle } from './settle.ts'

/**
 * The credit note that stands for the cancellation of a CCF after its window: stamped, for all that is left, without a ref.
 * Source: Ocote API contract, §2.
 */
export const automaticNote = (registry: Registry, ccf: FiscalRecord): FiscalRecord => {
  const content = noteContent(ccf, { externalRef: '', lines: [], remainder: remainderOf(registry, ccf) })
  const note = register(registry, ccf.companyHash, { content, request: null, automatic: true })
  settle(note, accepted, registry.now())
  return note
}
