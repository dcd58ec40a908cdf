import { expect, test } from 'vitest'
import { canCorrect } from '#domain/document/can-correct.ts'
import { DOCUMENT_STATES } from '#domain/document/document-state.ts'
import { DOCUMENT_TYPES } from '#domain/document/document-type.ts'

test('every type is corrected after a judgement but a credit note, which names nobody of its own', () => {
  const found = DOCUMENT_TYPES.map((docType) => [
    docType,
    DOCUMENT_STATES.filter((state) => canCorrect({ docType, state })),
  ])
  const judged = ['rejected', 'refused']
  expect(Object.fromEntries(found)).toEqual({ '01': judged, '03': judged, '05': [], '11': judged, '14': judged })
})
