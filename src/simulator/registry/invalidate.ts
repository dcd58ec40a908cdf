import { localDate, monthsLater, nextDay } from '../local-time.ts'
import { receptionStampOf } from '../ministry/reception-stamp.ts'
import type { FiscalRecord } from './fiscal-record.ts'
import { nextControlNumber, type Registry } from './registry.ts'

export type Invalidated =
  | { readonly done: true }
  | { readonly done: false; readonly status: 409 | 503; readonly detail: string }

const refused = (status: 409 | 503, detail: string): Invalidated => ({ done: false, status, detail })

/**
 * Cancels a stamped document; a second time changes nothing. A 01 can be cancelled until three calendar months after its
 * stamp, a 03 on its day and the next, later by a credit note that is made here. Source: Ocote API contract, §2 and §6.
 *
 * Assumptions: an 11 has the window of a 01; while MH is down nothing can be cancelled and the answer is a 503.
 */
export const invalidate = (registry: Registry, record: FiscalRecord): Invalidated => {
  if (record.state === 'cancelled') return { done: true }
  if (record.state !== 'stamped' || record.stampedAt === null)
    return refused(409, 'Solo un documento sellado por el Ministerio de Hacienda puede invalidarse')
  if (registry.panel.isMhDown()) return refused(503, 'El Ministerio de Hacienda no responde, intente más tarde')

  const now = registry.now()
  const stampedOn = localDate(record.stampedAt)
  const today = localDate(now)
  if (record.invoice.docType !== '03' && today > monthsLater(stampedOn, 3))
    return refused(409, 'El plazo de tres meses para invalidar el documento ha vencido')
  if (record.invoice.docType === '03' && today > nextDay(stampedOn))
    record.creditMemo = {
      documentId: registry.uuid(),
      controlNumber: nextControlNumber(registry, record.companyHash, '05'),
      generationCode: registry.uuid().toUpperCase(),
    }
  record.state = 'cancelled'
  record.cancelledAt = now
  record.cancellationStamp = receptionStampOf(record.generationCode, 'cancel', now)
  registry.save()
  return { done: true }
}
