import { amountsOf } from '../money/amounts.ts'
import type { FiscalRecord } from './fiscal-record.ts'
import { nextControlNumber, type Registry } from './registry.ts'

/** Makes the record of a document, with its id, its numbers and its posting date; MH has not judged it yet. */
export const register = (
  registry: Registry,
  companyHash: string,
  { content, request, automatic }: Pick<FiscalRecord, 'content' | 'request' | 'automatic'>,
): FiscalRecord => {
  const record: FiscalRecord = {
    documentId: registry.uuid(),
    externalRef: content.externalRef,
    companyHash,
    controlNumber: nextControlNumber(registry, companyHash, content.docType),
    generationCode: registry.uuid().toUpperCase(),
    registeredAt: registry.now(),
    environment: registry.panel.read().environment,
    automatic,
    content,
    request,
    amounts: amountsOf(content),
    state: 'contingency',
    verdict: null,
    receptionStamp: '',
    stampedAt: null,
    cancelledAt: null,
    cancellationStamp: '',
    creditMemo: null,
    posts: automatic ? 0 : 1,
    judgements: 0,
  }
  registry.add(record)
  return record
}
