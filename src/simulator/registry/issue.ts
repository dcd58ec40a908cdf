import type { Content } from '../document/content.ts'
import type { CreditMemoRequest } from '../document/parse-credit-memo.ts'
import { judge } from '../ministry/judge.ts'
import { rejected, type Verdict } from '../ministry/verdict.ts'
import { amountsOf } from '../money/amounts.ts'
import type { FiscalRecord } from './fiscal-record.ts'
import { register } from './register.ts'
import type { Registry } from './registry.ts'
import { type Refusal, resolveNote } from './resolve-note.ts'
import { settle } from './settle.ts'

/** A request that passed the contract's checks. */
export type Draft = Content | CreditMemoRequest

export type Issued = { readonly record: FiscalRecord; readonly isDuplicate: boolean } | { readonly refusal: Refusal }

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
  settle(record, refusal() ?? forcedVerdict(registry) ?? judge(record.content), registry.now())
}

/** What the document would say: a note only once its CCF has been looked at. */
const contentOf = (
  registry: Registry,
  companyHash: string,
  draft: Draft,
  known: FiscalRecord | undefined,
): { readonly content: Content } | { readonly refusal: Refusal } =>
  'fullAdjustment' in draft ? resolveNote(registry, companyHash, draft, known) : { content: draft }

/**
 * Issues a document, or answers for the one that this ref already has: after a success the first one, untouched, whatever
 * its type; after a rejection or a contingency the same record with what the request says now, judged again.
 * Source: Ocote API contract, §4.
 *
 * Assumptions: a cancelled document counts as a success; a record cannot change its type, as its number says it.
 */
export const issue = (registry: Registry, companyHash: string, draft: Draft, request: unknown): Issued => {
  const known = registry.byRef(companyHash, draft.externalRef)
  if (known && (known.state === 'stamped' || known.state === 'cancelled')) {
    known.posts += 1
    registry.save()
    return { record: known, isDuplicate: true }
  }
  if (known && known.content.docType !== draft.docType)
    return {
      refusal: { status: 409, detail: `El documento ya fue registrado con el tipo ${known.content.docType}` },
    }
  const resolved = contentOf(registry, companyHash, draft, known)
  if ('refusal' in resolved) return resolved
  const { content } = resolved
  if (known) {
    known.posts += 1
    Object.assign(known, { content, request, amounts: amountsOf(content) })
  }
  const record = known ?? register(registry, companyHash, { content, request, automatic: false })
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
