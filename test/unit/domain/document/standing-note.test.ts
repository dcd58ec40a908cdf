import { expect, test } from 'vitest'
import { DOCUMENT_STATES } from '#domain/document/document-state.ts'
import { isStandingNote } from '#domain/document/standing-note.ts'

test('a note takes something off its CCF unless it was cancelled or given up; what replaces a document takes nothing', () => {
  const without = (relation: 'credits' | 'replaces' | undefined) =>
    DOCUMENT_STATES.filter((state) => !isStandingNote(relation, state))
  expect([without('credits'), without('replaces'), without(undefined)]).toEqual([
    ['cancelled', 'withdrawn'],
    DOCUMENT_STATES,
    DOCUMENT_STATES,
  ])
})
