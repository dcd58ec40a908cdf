import { expect, test } from 'vitest'
import type { DocumentState } from '#domain/document/document-state.ts'
import { restsByOriginal, returnHalf } from '../../../src/renderer/features/documents/return-half.ts'
import { numberInRef } from '../../../src/renderer/ui/sale-number.ts'

const ORIGINAL = 'T01-C01-20261118-000042-7QK3F'
const REST = 'T01-C01-20261118-000043-7QK3F'

const halves = (original: DocumentState, rest: DocumentState) => {
  const first = { externalRef: ORIGINAL, origin: null, state: original }
  const second = {
    externalRef: REST,
    origin: { relation: 'replaces' as const, externalRef: ORIGINAL },
    state: rest,
  }
  const rests = restsByOriginal([second, first])
  return [first, second].map((each) => returnHalf(each, rests.get(each.externalRef)))
}

test('a partial return is told of at both halves until both are done', () => {
  expect([
    halves('cancelling', 'awaiting'),
    halves('cancelled', 'pending'),
    halves('cancelled', 'rejected'),
    halves('cancelled', 'stamped'),
    halves('cancelled', 'contingency'),
    halves('stamped', 'withdrawn'),
  ]).toEqual([
    ['row_cancelling', 'row_awaits'],
    ['row_cancelled', 'row_issues'],
    ['row_cancelled', 'row_issues'],
    [null, null],
    [null, null],
    [null, null],
  ])
})

test('what is cancelled whole, and a note over a CCF, are no halves', () => {
  const cancelled = { externalRef: ORIGINAL, origin: null, state: 'cancelling' as const }
  const note = {
    externalRef: REST,
    origin: { relation: 'credits' as const, externalRef: ORIGINAL },
    state: 'pending' as const,
  }
  const rests = restsByOriginal([note, cancelled])
  expect([returnHalf(cancelled, rests.get(ORIGINAL)), returnHalf(note, undefined)]).toEqual([null, null])
})

test('a ref tells the number of its sale', () => {
  expect([numberInRef(ORIGINAL), numberInRef('other')]).toEqual(['000042', 'other'])
})
