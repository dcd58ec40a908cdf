import type { FiscalRecord } from '../registry/fiscal-record.ts'

/** The answer to an invalidation and to its status. Assumption: the names of the fields that the contract does not give. */
export const cancellationAnswerOf = (record: FiscalRecord): Readonly<Record<string, unknown>> => {
  const cancelled = record.state === 'cancelled'
  return {
    success: cancelled,
    cancelled,
    document_id: record.documentId,
    external_ref: record.externalRef,
    control_number: record.controlNumber,
    generation_code: record.generationCode,
    reception_stamp: record.cancellationStamp,
    cancelled_at: record.cancelledAt === null ? null : new Date(record.cancelledAt).toISOString(),
    dte_state: cancelled ? 'PROCESADO' : '',
    created_credit_memo: record.creditMemo !== null,
    credit_memo_id: record.creditMemo?.documentId ?? null,
    credit_memo_control_number: record.creditMemo?.controlNumber ?? null,
  }
}
