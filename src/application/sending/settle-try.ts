import type { Instant } from '#domain/clock/local-time.ts'
import { compareAnswer } from '#domain/document/compare-answer.ts'
import { type DocumentEvent, isIssued, transition } from '#domain/document/document-state.ts'
import type { FiscalDocument } from '#domain/document/fiscal-document.ts'
import type { IssuedFacts } from '#domain/document/issued-facts.ts'
import type { Outcome } from '#domain/document/outcome.ts'
import { nextTry } from '#domain/outbox/next-try.ts'
import type { ApiAnswer } from '../ports/fiscal-api.ts'
import type { Claim, Stores } from '../ports/stores.ts'
import type { Chance, Clock, UnitOfWork } from '../ports/system.ts'

type Dependencies = {
  readonly stores: Pick<Stores, 'documents' | 'outbox' | 'files'>
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  readonly chance: Chance
}

/** A question after a corrected request was sent may still tell of the judgement before it. */
const eventOf = (outcome: Outcome, claim: Claim, document: FiscalDocument): DocumentEvent =>
  outcome.kind === 'rejected' && claim.step === 'inquire' && document.revision > 1
    ? 'rejected_before_correction'
    : outcome.kind

/** The facts of another sale are none of ours. */
const factsOf = (outcome: Outcome): IssuedFacts | null =>
  'facts' in outcome && outcome.kind !== 'mismatched' ? outcome.facts : null

/** What was remarked, where anything was: an accepted document without observations has none. */
const remarksOf = (outcome: Outcome): FiscalDocument['remarks'] => {
  if ('remarks' in outcome)
    return outcome.kind === 'rejected' || outcome.remarks.texts.length > 0 ? outcome.remarks : null
  return outcome.kind === 'refused' || outcome.kind === 'mismatched' ? { code: '', texts: [outcome.detail] } : null
}

/** Facts are only ever added to: what an answer leaves out stays as it was known. */
const mergeFacts = (known: IssuedFacts | null, told: IssuedFacts | null): IssuedFacts | null => {
  if (known === null || told === null) return told ?? known
  return {
    documentId: told.documentId || known.documentId,
    controlNumber: told.controlNumber || known.controlNumber,
    generationCode: told.generationCode || known.generationCode,
    receptionStamp: told.receptionStamp || known.receptionStamp,
    amounts: {
      taxable: told.amounts.taxable ?? known.amounts.taxable,
      vat: told.amounts.vat ?? known.amounts.vat,
      gross: told.amounts.gross ?? known.amounts.gross,
    },
    isDuplicate: told.isDuplicate,
  }
}

/** The document as an answer leaves it. */
const documentAfter = (
  document: FiscalDocument,
  event: DocumentEvent,
  outcome: Outcome,
  now: Instant,
): FiscalDocument => {
  const { state } = transition(document.state, event)
  const moved = state !== document.state
  const facts = document.state === 'stamped' ? document.facts : mergeFacts(document.facts, factsOf(outcome))
  return {
    ...document,
    state,
    facts,
    issuedAt: document.issuedAt ?? (isIssued(state) ? now : null),
    remarks: remarksOf(outcome) ?? (moved ? null : document.remarks),
    amountsDiffer:
      document.amountsDiffer ||
      (isIssued(state) && facts !== null && compareAnswer(document, { externalRef: null, facts }) === 'amounts_differ'),
  }
}

const detailOf = (outcome: Outcome): string => {
  if ('detail' in outcome) return outcome.detail
  return 'remarks' in outcome ? outcome.remarks.texts.join(' · ') : ''
}

export type Settled = { readonly document: FiscalDocument; readonly outcome: Outcome }

/**
 * Writes down what a claimed try came to: the attempt, the document's new state, where its entry goes, and the files now due. Should a power
 * cut undo it, the claim is still there and is asked about at the next start.
 */
export const settleTry =
  ({ stores, unitOfWork, clock, chance }: Dependencies) =>
  (claim: Claim, answer: ApiAnswer): Settled =>
    unitOfWork.runRelaxed(() => {
      const now = clock.now()
      const { outcome } = answer
      const before = stores.documents.find(claim.externalRef)
      if (!before) throw new Error(`claimed entry without a document: ${claim.externalRef}`)
      const event = eventOf(outcome, claim, before)
      const after = documentAfter(before, event, outcome, now)
      const { step } = transition(before.state, event)
      stores.documents.addAttempt(claim.externalRef, {
        call: claim.step === 'send' ? 'post' : 'status',
        revision: before.revision,
        startedAt: claim.claimedAt,
        endedAt: now,
        outcome: outcome.kind,
        httpStatus: answer.httpStatus,
        detail: detailOf(outcome),
        answer: answer.raw,
      })
      stores.documents.update(after)
      const place = nextTry(
        { before: claim.step, after: step, tries: claim.tries, outcome: outcome.kind },
        now,
        chance.random,
      )
      stores.outbox.place(claim.externalRef, { ...place, step, lane: 'backlog' })
      if (isIssued(after.state) && after.state !== before.state)
        stores.files.want({ externalRef: claim.externalRef, kind: 'ticket', dueAt: now, tries: 0 })
      if (after.state === 'stamped' && before.state !== 'stamped')
        stores.files.want({ externalRef: claim.externalRef, kind: 'json', dueAt: now, tries: 0 })
      return { document: after, outcome }
    })
