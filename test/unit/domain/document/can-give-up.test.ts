import { expect, test } from 'vitest'
import { canGiveUp } from '#domain/document/can-give-up.ts'
import { DOCUMENT_STATES } from '#domain/document/document-state.ts'
import { DOCUMENT_TYPES } from '#domain/document/document-type.ts'

test('only a credit note is given up, and only one that was rejected or refused', () => {
  const found = DOCUMENT_TYPES.flatMap((docType) =>
    DOCUMENT_STATES.filter((state) => canGiveUp({ docType, state })).map((state) => `${docType} ${state}`),
  )
  expect(found).toEqual(['05 rejected', '05 refused'])
})
