import type { Instant } from '#domain/clock/local-time.ts'
import { compareAnswer } from '#domain/document/compare-answer.ts'
import {
  type DocumentEvent,
  type DocumentState,
  isIssued,
  type Step,
  transition,
} from '#domain/document/document-state.ts'
import { type KeptKind, TRAITS } from '#domain/document/document-type.ts'
import { canBeFetched, NOTE_FILES } from '#domain/document/files-due.ts'
import type { FiscalDocument } from '#domain/document/fiscal-document.ts'
import type { IssuedFacts } from '#domain/document/issued-facts.ts'
import type { Outcome } from '#domain/document/outcome.ts'
import type { Lane } from '#domain/outbox/entry.ts'
import { type NextTry, nextTry } from '#domain/outbox/next-try.ts'
import { reach } from '#failpoint'
import type { ApiAnswer } from '../ports/fiscal-api.ts'
import type { Claim, Stores } from '../ports/stores.ts'
import type { Chance, Clock, UnitOfWork } from '../ports/system.ts'
import { recordAttempt } from './record-attempt.ts'
import { settleReplacements } from './settle-replacements.ts'
import { callOf } from './step-calls.ts'

type Dependencies = {
  readonly stores: Pick<Stores, 'documents' | 'outbox' | 'files' | 'journal'>
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  readonly chance: Chance
}

const CONFIRMED_TIMES = 3

/** A question after a corrected request was sent may still tell of the judgement before it. */
const eventOf = (outcome: Outcome, claim: Claim, document: FiscalDocument): DocumentEvent => {
  if (outcome.kind === 'rejected' && claim.step === 'inquire' && document.revision > 1)
    return 'rejected_before_correction'
  // A cancellation that met a conflict may be under way: what is not cancelled yet is asked about again before it is given up.
  return outcome.kind === 'not_cancelled' && claim.tries < CONFIRMED_TIMES ? 'conflict' : outcome.kind
}

/** The facts of another sale are none of ours. */
const factsOf = (outcome: Outcome): IssuedFacts | null =>
  'facts' in outcome && outcome.kind !== 'mismatched' ? outcome.facts : null

/** What was remarked, where anything was: an accepted document without observations has none. */
const remarksOf = (outcome: Outcome, before: DocumentState): FiscalDocument['remarks'] => {
  if ('remarks' in outcome) {
    const isAccepted = outcome.kind === 'stamped' || outcome.kind === 'contingency'
    return isAccepted && outcome.remarks.texts.length === 0 ? null : outcome.remarks
  }
  const isToldOf =
    outcome.kind === 'refused' ||
    outcome.kind === 'mismatched' ||
    outcome.kind === 'cancel_refused' ||
    (outcome.kind === 'conflict' && before === 'cancelling')
  return isToldOf ? { code: '', texts: [outcome.detail] } : null
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
      withheld: told.amounts.withheld ?? known.amounts.withheld,
    },
    isDuplicate: told.isDuplicate,
  }
}

const isIssuedForGood = (state: DocumentState): boolean =>
  state === 'stamped' || state === 'cancelling' || state === 'cancelled'

/** The document as an answer leaves it. */
const documentAfter = (
  document: FiscalDocument,
  event: DocumentEvent,
  outcome: Outcome,
  now: Instant,
): FiscalDocument => {
  const { state } = transition(document.state, event)
  const moved = state !== document.state
  const facts = isIssuedForGood(document.state) ? document.facts : mergeFacts(document.facts, factsOf(outcome))
  return {
    ...document,
    state,
    facts,
    issuedAt: document.issuedAt ?? (isIssued(state) ? now : null),
    cancelAskedAt: state === 'stamped' ? null : document.cancelAskedAt,
    cancelledAt: document.cancelledAt ?? (state === 'cancelled' ? now : null),
    automaticNote: document.automaticNote ?? (outcome.kind === 'cancelled' ? outcome.automaticNote : null),
    // Why a cancellation met a conflict stays told once a question has found that there is none.
    remarks:
      remarksOf(outcome, document.state) ?? (moved && outcome.kind !== 'not_cancelled' ? null : document.remarks),
    amountsDiffer:
      document.amountsDiffer ||
      (isIssued(state) && facts !== null && compareAnswer(document, { externalRef: null, facts }) === 'amounts_differ'),
  }
}

export const DUPLICATE_AT_FIRST_POST = 'duplicate_at_first_post'

/** Nothing of this document was ever sent, and the API says that it has it already: another till uses the same ref, whatever the amounts. */
const outcomeOf = ({ documents }: Pick<Stores, 'documents'>, claim: Claim, outcome: Outcome): Outcome => {
  if (!('facts' in outcome) || outcome.facts === null || outcome.kind === 'mismatched') return outcome
  const isForeign = claim.step === 'send' && outcome.facts.isDuplicate && !documents.wasTried(claim.externalRef)
  return isForeign ? { kind: 'mismatched', facts: outcome.facts, detail: DUPLICATE_AT_FIRST_POST } : outcome
}

/** A stamp brings the signed JSON, and pictures newer than those of the contingency; a CCF cancelled too late brings the note of the API. */
const newFiles = (before: FiscalDocument, after: FiscalDocument): readonly KeptKind[] => {
  const { files } = TRAITS[after.docType]
  if (after.state === 'contingency' && before.state !== 'contingency') return files.filter((kind) => kind !== 'json')
  if (after.state === 'stamped' && !isIssuedForGood(before.state)) return files
  return before.automaticNote ? [] : NOTE_FILES.filter((kind) => canBeFetched(after, kind))
}

/** So many tries fit into what somebody waits at the counter; after them the document is one of the backlog. */
const COUNTER_TRIES = 3

/** A first try that came to nothing is no reason to send the customer to the end of the line. */
const laneAfter = (claim: Claim, step: Step, { state, tries }: NextTry): Lane => {
  if (step === 'watch') return 'watch'
  return claim.lane === 'counter' && state === 'due' && tries < COUNTER_TRIES ? 'counter' : 'backlog'
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
      const { externalRef } = claim
      const before = stores.documents.find(externalRef)
      if (!before) throw new Error(`claimed entry without a document: ${externalRef}`)
      const outcome = outcomeOf(stores, claim, answer.outcome)
      const event = eventOf(outcome, claim, before)
      const after = documentAfter(before, event, outcome, now)
      const { step } = transition(before.state, event)
      stores.documents.update(after)
      recordAttempt(stores, after, {
        call: callOf(claim),
        revision: before.revision,
        startedAt: claim.claimedAt,
        endedAt: now,
        outcome: outcome.kind,
        httpStatus: answer.httpStatus,
        detail: detailOf(outcome),
        answer: answer.raw,
      })
      const place = nextTry(
        { before: claim.step, after: step, tries: claim.tries, outcome: outcome.kind },
        now,
        chance.random,
      )
      stores.outbox.place(externalRef, { ...place, step, lane: laneAfter(claim, step, place) })
      settleReplacements(stores, before, after, now)
      for (const kind of newFiles(before, after)) stores.files.want({ externalRef, kind, dueAt: now, tries: 0 })
      reach('settle_before_commit')
      return { document: after, outcome }
    })
