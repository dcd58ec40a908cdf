import type { OutcomeKind } from './outcome.ts'

/**
 * pending: not at the API as far as we know · unknown: sent, outcome unknown · alarm: its ref belongs to another sale ·
 * cancelling: stamped, and its cancellation is due · awaiting: replaces a document that is not cancelled yet, and goes out after that ·
 * withdrawn: was to replace a document that could not be cancelled, or was a note that was given up, and never goes out.
 */
export const DOCUMENT_STATES = [
  'pending',
  'unknown',
  'contingency',
  'stamped',
  'rejected',
  'refused',
  'alarm',
  'cancelling',
  'cancelled',
  'awaiting',
  'withdrawn',
] as const
export type DocumentState = (typeof DOCUMENT_STATES)[number]

/**
 * What happens next with a document. send: post the frozen bytes · inquire: ask for its status before anything else · watch: ask from
 * time to time, never post · park: a person, or another document, decides · cancel: ask for its cancellation · confirm: ask whether it is
 * cancelled · settle: nothing, ever again.
 */
export const STEPS = ['send', 'inquire', 'watch', 'park', 'settle', 'cancel', 'confirm'] as const
export type Step = (typeof STEPS)[number]

/** What may happen to a document: how a call came out, what a person did, or what the till found at its start. */
export type DocumentEvent =
  | OutcomeKind
  /** An inquiry after a correction was sent still tells of the judgement before it: the correction may never have arrived. */
  | 'rejected_before_correction'
  | 'corrected'
  | 'retried'
  | 'cancel_asked'
  /** The document that it replaces is cancelled, or could not be. */
  | 'original_cancelled'
  | 'original_kept'
  /** A person goes on without a note that was not accepted. */
  | 'given_up'
  /** The till goes on from a backup, or on another machine: what happened since is not known here. */
  | 'restored'

export type Transition = { readonly state: DocumentState; readonly step: Step }

const to = (state: DocumentState, step: Step): Transition => ({ state, step })

const SEND = to('pending', 'send')
const INQUIRE = to('unknown', 'inquire')
const WATCH = to('contingency', 'watch')
const STAMPED = to('stamped', 'settle')
const REJECTED = to('rejected', 'park')
const REFUSED = to('refused', 'park')
const ALARM = to('alarm', 'park')
const CANCELLING = to('cancelling', 'cancel')
const CONFIRMING = to('cancelling', 'confirm')
const CANCELLED = to('cancelled', 'settle')
const AWAITING = to('awaiting', 'park')
const WITHDRAWN = to('withdrawn', 'settle')

type Row = Readonly<Record<DocumentEvent, Transition>>

const everyEvent = (transition: Transition): Row => ({
  stamped: transition,
  contingency: transition,
  rejected: transition,
  rejected_before_correction: transition,
  rejected_for_issuer: transition,
  refused: transition,
  conflict: transition,
  not_found: transition,
  mismatched: transition,
  cancelled: transition,
  cancel_refused: transition,
  not_cancelled: transition,
  locked_out: transition,
  throttled: transition,
  unreachable: transition,
  unknown: transition,
  corrected: transition,
  retried: transition,
  cancel_asked: transition,
  original_cancelled: transition,
  original_kept: transition,
  given_up: transition,
  restored: transition,
})

/** How an answer of the API moves a document that was not yet registered for sure. */
const ANSWERED = {
  stamped: STAMPED,
  contingency: WATCH,
  rejected: REJECTED,
  rejected_before_correction: SEND,
  rejected_for_issuer: SEND,
  refused: REFUSED,
  conflict: INQUIRE,
  not_found: SEND,
  mismatched: ALARM,
  unknown: INQUIRE,
  restored: INQUIRE,
} as const

/** A document waiting for a person: a late answer may still tell that it was issued; nothing else moves it by itself. */
const parked = (stay: Transition): Row => ({
  ...everyEvent(stay),
  stamped: STAMPED,
  contingency: WATCH,
  mismatched: ALARM,
  corrected: SEND,
  retried: SEND,
  given_up: WITHDRAWN,
  restored: INQUIRE,
})

/**
 * state × event → state and next step, whole: a new state or event does not compile until it has an answer everywhere.
 * Stamped is terminal: nothing that arrives later takes it back, and only a person's wish and the API's word cancel it. A document in
 * contingency is registered and is not posted again unless MH refused it for the company's sake; an answer that belongs to another sale says
 * nothing of it. An alarm may be asked about anew by a person. A cancellation that meets a conflict is asked about before it is given up.
 * Drawn in docs/document-states.md.
 */
export const TRANSITIONS: Readonly<Record<DocumentState, Row>> = {
  pending: { ...everyEvent(SEND), ...ANSWERED },
  unknown: { ...everyEvent(INQUIRE), ...ANSWERED },
  contingency: { ...everyEvent(WATCH), stamped: STAMPED, rejected: REJECTED, rejected_for_issuer: SEND },
  stamped: { ...everyEvent(STAMPED), cancel_asked: CANCELLING },
  rejected: parked(REJECTED),
  refused: { ...parked(REFUSED), rejected: REJECTED },
  alarm: { ...everyEvent(ALARM), retried: INQUIRE },
  cancelling: {
    ...everyEvent(CANCELLING),
    cancelled: CANCELLED,
    cancel_refused: STAMPED,
    conflict: CONFIRMING,
    not_cancelled: STAMPED,
  },
  cancelled: everyEvent(CANCELLED),
  awaiting: { ...everyEvent(AWAITING), original_cancelled: SEND, original_kept: WITHDRAWN },
  withdrawn: everyEvent(WITHDRAWN),
}

export const transition = (state: DocumentState, event: DocumentEvent): Transition => TRANSITIONS[state][event]

/** Whether the official ticket may be printed: stamped (also while its cancellation is due) or in contingency, at no other time. */
export const isIssued = (state: DocumentState): boolean =>
  state === 'stamped' || state === 'contingency' || state === 'cancelling'

/** Whether nothing of it may be printed any more. */
export const isVoid = (state: DocumentState): boolean => state === 'cancelled' || state === 'withdrawn'

/** What a person may do with a document in this state. */
export const CAN_CORRECT: readonly DocumentState[] = ['rejected', 'refused']
export const CAN_RETRY: readonly DocumentState[] = [
  'pending',
  'unknown',
  'contingency',
  'rejected',
  'refused',
  'alarm',
  'cancelling',
]
export const CAN_CANCEL: readonly DocumentState[] = ['stamped']
