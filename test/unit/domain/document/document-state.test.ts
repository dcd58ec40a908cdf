import { expect, test } from 'vitest'
import {
  CAN_CORRECT,
  CAN_RETRY,
  DOCUMENT_STATES,
  type DocumentEvent,
  isIssued,
  TRANSITIONS,
  transition,
} from '#domain/document/document-state.ts'

const wholeTable = Object.fromEntries(
  DOCUMENT_STATES.map((state) => [
    state,
    Object.fromEntries(
      Object.keys(TRANSITIONS[state]).map((event) => {
        const next = transition(state, event as DocumentEvent)
        return [event, `${next.state}, ${next.step}`]
      }),
    ),
  ]),
)

test('the whole table: what every event does to a document in every state', () => {
  expect(wholeTable).toEqual({
    pending: {
      stamped: 'stamped, settle',
      contingency: 'contingency, watch',
      rejected: 'rejected, park',
      rejected_before_correction: 'pending, send',
      refused: 'refused, park',
      conflict: 'unknown, inquire',
      not_found: 'pending, send',
      mismatched: 'alarm, park',
      locked_out: 'pending, send',
      throttled: 'pending, send',
      unreachable: 'pending, send',
      unknown: 'unknown, inquire',
      corrected: 'pending, send',
      retried: 'pending, send',
    },
    unknown: {
      stamped: 'stamped, settle',
      contingency: 'contingency, watch',
      rejected: 'rejected, park',
      rejected_before_correction: 'pending, send',
      refused: 'refused, park',
      conflict: 'unknown, inquire',
      not_found: 'pending, send',
      mismatched: 'alarm, park',
      locked_out: 'unknown, inquire',
      throttled: 'unknown, inquire',
      unreachable: 'unknown, inquire',
      unknown: 'unknown, inquire',
      corrected: 'unknown, inquire',
      retried: 'unknown, inquire',
    },
    contingency: {
      stamped: 'stamped, settle',
      contingency: 'contingency, watch',
      rejected: 'rejected, park',
      rejected_before_correction: 'contingency, watch',
      refused: 'contingency, watch',
      conflict: 'contingency, watch',
      not_found: 'contingency, watch',
      mismatched: 'contingency, watch',
      locked_out: 'contingency, watch',
      throttled: 'contingency, watch',
      unreachable: 'contingency, watch',
      unknown: 'contingency, watch',
      corrected: 'contingency, watch',
      retried: 'contingency, watch',
    },
    stamped: {
      stamped: 'stamped, settle',
      contingency: 'stamped, settle',
      rejected: 'stamped, settle',
      rejected_before_correction: 'stamped, settle',
      refused: 'stamped, settle',
      conflict: 'stamped, settle',
      not_found: 'stamped, settle',
      mismatched: 'stamped, settle',
      locked_out: 'stamped, settle',
      throttled: 'stamped, settle',
      unreachable: 'stamped, settle',
      unknown: 'stamped, settle',
      corrected: 'stamped, settle',
      retried: 'stamped, settle',
    },
    rejected: {
      stamped: 'stamped, settle',
      contingency: 'contingency, watch',
      rejected: 'rejected, park',
      rejected_before_correction: 'rejected, park',
      refused: 'rejected, park',
      conflict: 'rejected, park',
      not_found: 'rejected, park',
      mismatched: 'alarm, park',
      locked_out: 'rejected, park',
      throttled: 'rejected, park',
      unreachable: 'rejected, park',
      unknown: 'rejected, park',
      corrected: 'pending, send',
      retried: 'pending, send',
    },
    refused: {
      stamped: 'stamped, settle',
      contingency: 'contingency, watch',
      rejected: 'rejected, park',
      rejected_before_correction: 'refused, park',
      refused: 'refused, park',
      conflict: 'refused, park',
      not_found: 'refused, park',
      mismatched: 'alarm, park',
      locked_out: 'refused, park',
      throttled: 'refused, park',
      unreachable: 'refused, park',
      unknown: 'refused, park',
      corrected: 'pending, send',
      retried: 'pending, send',
    },
    alarm: {
      stamped: 'alarm, park',
      contingency: 'alarm, park',
      rejected: 'alarm, park',
      rejected_before_correction: 'alarm, park',
      refused: 'alarm, park',
      conflict: 'alarm, park',
      not_found: 'alarm, park',
      mismatched: 'alarm, park',
      locked_out: 'alarm, park',
      throttled: 'alarm, park',
      unreachable: 'alarm, park',
      unknown: 'alarm, park',
      corrected: 'alarm, park',
      retried: 'unknown, inquire',
    },
  })
})

test('the official ticket exists for stamped documents and those in contingency, and for no other', () => {
  expect(DOCUMENT_STATES.filter(isIssued)).toEqual(['contingency', 'stamped'])
})

test('a person may correct what was judged, and retry what is not final', () => {
  expect({ CAN_CORRECT, CAN_RETRY }).toEqual({
    CAN_CORRECT: ['rejected', 'refused'],
    CAN_RETRY: ['pending', 'unknown', 'contingency', 'rejected', 'refused', 'alarm'],
  })
})
