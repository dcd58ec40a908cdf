import { expect, test } from 'vitest'
import { filesToFetch } from '#domain/document/files-due.ts'

const NAMELESS = { documentId: '', controlNumber: '' }
const NOTE = { documentId: 'f0c1', controlNumber: 'DTE-05-M001P001-000000000000001' }

test.each([
  ['01', 'stamped', null, ['ticket', 'json', 'invoice']],
  ['01', 'contingency', null, ['ticket', 'invoice']],
  ['03', 'cancelled', NOTE, ['invoice', 'json', 'note_invoice', 'note_json']],
  ['03', 'cancelled', NAMELESS, ['invoice', 'json']],
  ['05', 'withdrawn', null, []],
  ['14', 'rejected', null, []],
] as const)('of a %s that is %s all that there is by now is fetched', (docType, state, automaticNote, files) => {
  expect(filesToFetch({ docType, state, automaticNote })).toEqual(files)
})
