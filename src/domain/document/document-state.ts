import type { OutcomeKind } from './outcome.ts'

/** pending: not at the API as far as we know · unknown: sent, outcome unknown · alarm: its ref belongs to another sale. */
export const DOCUMENT_STATES = ['pending', 'unknown', 'contingency', 'stamped', 'rejected', 'refused', 'alarm'] as const
export type DocumentState = (typeof DOCUMENT_STATES)[number]

/**
 * What happens next with a document. send: post the frozen bytes · inquire: ask for its status before anything else · watch: ask from
 * time to time, never post · park: a person decides · settle: nothing, ever again.
 */
export const STEPS = ['send', 'inquire', 'watch', 'park', 'settle'] as const
export type Step = (typeof STEPS)[number]

/** What may happen to a document: how a call came out, or what a person did. */
export type DocumentEvent =
  | OutcomeKind
  /** An inquiry after a correction was sent still tells of the judgement before it: the correction may never have arrived. */
  | 'rejected_before_correction'
  | 'corrected'
  | 'retried'

export type Transition = { readonly state: DocumentState; readonly step: Step }

const to = (state: DocumentState, step: Step): Transition => ({ state, step })

const SEND = to('pending', 'send')
const INQUIRE = to('unknown', 'inquire')
const WATCH = to('contingency', 'watch')
const STAMPED = to('stamped', 'settle')
const REJECTED = to('rejected', 'park')
const REFUSED = to('refused', 'park')
const ALARM = to('alarm', 'park')

const everyEvent = (transition: Transition): Readonly<Record<DocumentEvent, Transition>> => ({
  stamped: transition,
  contingency: transition,
  rejected: transition,
  rejected_before_correction: transition,
  refused: transition,
  conflict: transition,
  not_found: transition,
  mismatched: transition,
  locked_out: transition,
  throttled: transition,
  unreachable: transition,
  unknown: transition,
  corrected: transition,
  retried: transition,
})

/** How an answer of the API moves a document that was not yet registered for sure. */
const ANSWERED = {
  stamped: STAMPED,
  contingency: WATCH,
  rejected: REJECTED,
  rejected_before_correction: SEND,
  refused: REFUSED,
  conflict: INQUIRE,
  not_found: SEND,
  mismatched: ALARM,
  unknown: INQUIRE,
} as const

/** A document waiting for a person: a late answer may still tell that it was issued; nothing else moves it by itself. */
const parked = (stay: Transition): Readonly<Record<DocumentEvent, Transition>> => ({
  ...everyEvent(stay),
  stamped: STAMPED,
  contingency: WATCH,
  mismatched: ALARM,
  corrected: SEND,
  retried: SEND,
})

/**
 * state × event → state and next step, whole: a new state or event does not compile until it has an answer everywhere.
 * Stamped is terminal: nothing that arrives later takes it back. A document in contingency is registered and is never posted again; an answer
 * that belongs to another sale says nothing of it. An alarm may be asked about anew by a person.
 */
export const TRANSITIONS: Readonly<Record<DocumentState, Readonly<Record<DocumentEvent, Transition>>>> = {
  pending: { ...everyEvent(SEND), ...ANSWERED },
  unknown: { ...everyEvent(INQUIRE), ...ANSWERED },
  contingency: { ...everyEvent(WATCH), stamped: STAMPED, rejected: REJECTED },
  stamped: everyEvent(STAMPED),
  rejected: parked(REJECTED),
  refused: { ...parked(REFUSED), rejected: REJECTED },
  alarm: { ...everyEvent(ALARM), retried: INQUIRE },
}

export const transition = (state: DocumentState, event: DocumentEvent): Transition => TRANSITIONS[state][event]

/** Whether the official ticket may be printed: stamped or in contingency, at no other time. */
export const isIssued = (state: DocumentState): boolean => state === 'stamped' || state === 'contingency'

/** What a person may do with a document in this state. */
export const CAN_CORRECT: readonly DocumentState[] = ['rejected', 'refused']
export const CAN_RETRY: readonly DocumentState[] = ['pending', 'unknown', 'contingency', 'rejected', 'refused', 'alarm']
