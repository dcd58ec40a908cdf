import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  DOCUMENT_STATES,
  type DocumentEvent,
  type DocumentState,
  type Step,
  TRANSITIONS,
  transition,
} from '#domain/document/document-state.ts'
import type { OutcomeKind } from '#domain/document/outcome.ts'
import { nextTry } from '#domain/outbox/next-try.ts'

const EVENTS = Object.keys(TRANSITIONS.pending) as DocumentEvent[]
const OF_PEOPLE: readonly string[] = ['corrected', 'retried', 'cancel_asked', 'given_up', 'restored']
/** What became of the document that it replaces. */
const OF_ANOTHER: readonly string[] = ['original_cancelled', 'original_kept']
const OUTCOMES = EVENTS.filter((event) => !OF_PEOPLE.includes(event) && !OF_ANOTHER.includes(event))

/** The one step that fits a state. */
const STEP: Record<DocumentState, Step> = {
  pending: 'send',
  unknown: 'inquire',
  contingency: 'watch',
  stamped: 'settle',
  rejected: 'park',
  refused: 'park',
  alarm: 'park',
  cancelling: 'cancel',
  cancelled: 'settle',
  awaiting: 'park',
  withdrawn: 'settle',
}

const beginnings = fc.constantFrom<DocumentState>('pending', 'awaiting')
const histories = fc.array(fc.constantFrom(...EVENTS), { maxLength: 40 })

test('whatever happens in whatever order: stamped stays until it is cancelled, contingency is only watched, every state has its own step', () => {
  fc.assert(
    fc.property(beginnings, histories, (begins, events) => {
      let state: DocumentState = begins
      for (const event of events) {
        const next = transition(state, event)
        expect(DOCUMENT_STATES).toContain(next.state)
        expect(next.step).toBe(state === 'cancelling' && event === 'conflict' ? 'confirm' : STEP[next.state])
        if (state === 'stamped') expect(next.state).toBe(event === 'cancel_asked' ? 'cancelling' : 'stamped')
        if (state === 'cancelling') expect(['cancelling', 'cancelled', 'stamped']).toContain(next.state)
        if (state === 'cancelled' || (state === 'alarm' && event !== 'retried')) expect(next.state).toBe(state)
        if (state === 'alarm') expect(next.step).not.toBe('send')
        // Registered: posted again only where MH refused it for the company's sake.
        if (state === 'contingency') expect(next.step).not.toBe('inquire')
        if (state === 'contingency' && event !== 'rejected_for_issuer') expect(next.step).not.toBe('send')
        // What replaces another document says nothing of itself before that one is cancelled.
        if (state === 'awaiting' && event !== 'original_cancelled' && event !== 'original_kept')
          expect(next.state).toBe('awaiting')
        // Only what was not accepted is given up, and by nobody but a person.
        if (event === 'given_up')
          expect(next.state).toBe(state === 'rejected' || state === 'refused' ? 'withdrawn' : state)
        if (next.state === 'withdrawn' && state !== 'withdrawn')
          expect(event).toBe(state === 'awaiting' ? 'original_kept' : 'given_up')
        if (event === 'stamped' && !['alarm', 'cancelling', 'cancelled', 'awaiting', 'withdrawn'].includes(state))
          expect(next.state).toBe('stamped')
        // Refused by a person's payload, judged by MH: only a person sends it again.
        if ((state === 'rejected' || state === 'refused') && next.step === 'send') expect(OF_PEOPLE).toContain(event)
        state = next.state
      }
    }),
    { numRuns: 1000 },
  )
})

test('every state can be reached from a fresh document, and every one but a cancelled or withdrawn one can still be stamped', () => {
  const reach = (from: DocumentState): Set<DocumentState> => {
    const reached = new Set([from])
    for (const state of reached) for (const event of EVENTS) reached.add(transition(state, event).state)
    return reached
  }
  expect([...new Set([...reach('pending'), ...reach('awaiting')])].sort()).toEqual([...DOCUMENT_STATES].sort())
  expect(DOCUMENT_STATES.filter((state) => !reach(state).has('stamped'))).toEqual(['cancelled', 'withdrawn'])
})

test('an entry is settled exactly for settle, parked exactly for park, and due otherwise, never before now', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<DocumentState>('pending', 'unknown', 'contingency'),
      fc.constantFrom(...(OUTCOMES as OutcomeKind[])),
      fc.nat(40),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (before, event, tries, chance) => {
        const outcome: OutcomeKind = (event as string) === 'rejected_before_correction' ? 'rejected' : event
        const { step } = transition(before, event)
        const place = nextTry({ before: STEP[before], after: step, tries, outcome }, 1_000_000, () => chance)
        expect(place.state).toBe(step === 'settle' ? 'settled' : step === 'park' ? 'parked' : 'due')
        expect(place.dueAt).toBeGreaterThanOrEqual(1_000_000)
        expect(Number.isInteger(place.dueAt)).toBe(true)
        expect(place.tries).toBeLessThanOrEqual(tries + 1)
      },
    ),
  )
})
