import { CANCELLATION_WINDOWS } from '../document/cancellation-windows.ts'
import { DOCUMENT_TYPES } from '../document/document-types.ts'
import { localDate } from '../local-time.ts'
import { receptionStampOf } from '../ministry/reception-stamp.ts'
import { automaticNote } from './automatic-note.ts'
import type { FiscalRecord } from './fiscal-record.ts'
import type { Registry } from './registry.ts'
import { liveNotesOf } from './remainder.ts'

export type Invalidated =
  | { readonly done: true }
  | { readonly done: false; readonly status: 409 | 503; readonly detail: string }

const refused = (status: 409 | 503, detail: string): Invalidated => ({ done: false, status, detail })

/**
 * Cancels a stamped document within its window; a second time changes nothing. A CCF after its window is cancelled by a
 * credit note that is made here. Source: Ocote API contract, §2 and §6.
 *
 * Assumptions: while MH is down nothing can be cancelled and the answer is a 503; a CCF with live notes cannot be
 * cancelled, nor can the note that cancelled one.
 */
export const invalidate = (registry: Registry, record: FiscalRecord): Invalidated => {
  if (record.state === 'cancelled') return { done: true }
  if (record.state !== 'stamped' || record.stampedAt === null)
    return refused(409, 'Solo un documento sellado por el Ministerio de Hacienda puede invalidarse')
  if (record.automatic) return refused(409, 'La nota de crédito que invalidó un CCF no puede invalidarse')
  if (liveNotesOf(registry, record).length > 0)
    return refused(409, 'El CCF tiene notas de crédito vigentes: invalídelas primero')
  if (registry.panel.isMhDown()) return refused(503, 'El Ministerio de Hacienda no responde, intente más tarde')

  const now = registry.now()
  const { lastDay, afterwards } = CANCELLATION_WINDOWS[DOCUMENT_TYPES[record.content.docType].window]
  if (localDate(now) > lastDay(localDate(record.stampedAt))) {
    if (afterwards !== 'credit_note') return refused(409, afterwards.refusal)
    const { documentId, controlNumber, generationCode } = automaticNote(registry, record)
    record.creditMemo = { documentId, controlNumber, generationCode }
  }
  record.state = 'cancelled'
  record.cancelledAt = now
  record.cancellationStamp = receptionStampOf(record.generationCode, 'cancel', now)
  registry.save()
  return { done: true }
}
