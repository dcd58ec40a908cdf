import type { Invoice } from '../invoice/invoice.ts'
import { judge } from '../ministry/judge.ts'
import { receptionStampOf } from '../ministry/reception-stamp.ts'
import { rejected, type Verdict } from '../ministry/verdict.ts'
import { amountsOf } from '../money/amounts.ts'
import type { FiscalRecord } from './fiscal-record.ts'
import { nextControlNumber, type Registry } from './registry.ts'

export type Issued = { readonly record: FiscalRecord; readonly isDuplicate: boolean } | { readonly conflict: string }

const forcedVerdict = ({ panel }: Registry): Verdict | null => {
  const forced = panel.takeCounted('rejectNext')
  return forced && rejected(forced.code, forced.observations)
}

/** Has MH judge the document now, if MH is up; otherwise it is (or stays) in contingency. */
const transmit = (registry: Registry, record: FiscalRecord, refusal: () => Verdict | null): void => {
  if (registry.panel.isMhDown()) {
    record.state = 'contingency'
    record.verdict = null
    return
  }
  const verdict = refusal() ?? forcedVerdict(registry) ?? judge(record.invoice)
  record.judgements += 1
  record.verdict = verdict
  record.state = verdict.accepted ? 'stamped' : 'rejected'
  if (!verdict.accepted) return
  record.stampedAt = registry.now()
  record.receptionStamp = receptionStampOf(record.generationCode, 'issue', record.stampedAt)
}

const register = (registry: Registry, companyHash: string, invoice: Invoice, request: unknown): FiscalRecord => {
  const record: FiscalRecord = {
    documentId: registry.uuid(),
    externalRef: invoice.externalRef,
    companyHash,
    controlNumber: nextControlNumber(registry, companyHash, invoice.docType),
    generationCode: registry.uuid().toUpperCase(),
    registeredAt: registry.now(),
    invoice,
    request,
    amounts: amountsOf(invoice),
    state: 'contingency',
    verdict: null,
    receptionStamp: '',
    stampedAt: null,
    cancelledAt: null,
    cancellationStamp: '',
    creditMemo: null,
    posts: 1,
    judgements: 0,
  }
  registry.add(record)
  return record
}

/**
 * Issues a document, or answers for the one that this ref already has: after a success the first one, untouched; after a
 * rejection or a contingency the same record with the new customer and lines, judged again. Source: Ocote API contract, §4.
 *
 * Assumptions: a cancelled document counts as a success; a record cannot change its type, as its number says it.
 */
export const issue = (registry: Registry, companyHash: string, invoice: Invoice, request: unknown): Issued => {
  const known = registry.byRef(companyHash, invoice.externalRef)
  if (known) {
    const isDuplicate = known.state === 'stamped' || known.state === 'cancelled'
    if (!isDuplicate && known.invoice.docType !== invoice.docType)
      return { conflict: `El documento ya fue registrado con el tipo ${known.invoice.docType}` }
    known.posts += 1
    if (!isDuplicate) {
      Object.assign(known, { invoice, request, amounts: amountsOf(invoice) })
      transmit(registry, known, () => null)
    }
    registry.save()
    return { record: known, isDuplicate }
  }
  const record = register(registry, companyHash, invoice, request)
  transmit(registry, record, () => null)
  registry.save()
  return { record, isDuplicate: false }
}

/** MH is back: everything in contingency is judged, in order of registration. */
export const revalidateContingencies = (registry: Registry): void => {
  const waiting = registry.records.filter(({ state }) => state === 'contingency')
  for (const record of waiting)
    transmit(registry, record, () => {
      const { code, observations } = registry.panel.read().rejectNext
      return registry.panel.takeOne('rejectOnRevalidation') ? rejected(code, observations) : null
    })
  if (waiting.length > 0) registry.save()
}
