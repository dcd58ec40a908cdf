import type { Instant } from '../clock/local-time.ts'
import type { Step } from '../document/document-state.ts'

/** The sale at the counter goes ahead of the backlog, and both ahead of questions about documents in contingency. */
export const LANES = ['counter', 'backlog', 'watch'] as const
export type Lane = (typeof LANES)[number]

/** due: waits for its time · claimed: with a sender · parked: waits for a person · settled: done. */
export const ENTRY_STATES = ['due', 'claimed', 'parked', 'settled'] as const
export type EntryState = (typeof ENTRY_STATES)[number]

/** One document in the outbox, one row. */
export type Entry = {
  readonly externalRef: string
  readonly state: EntryState
  readonly step: Step
  readonly lane: Lane
  readonly dueAt: Instant
  /** Tries that came to nothing so far: what the delay grows with. */
  readonly tries: number
}
