import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { documentStatesPage } from '../../build/diagrams/draw-document-states.ts'

test('the picture of the document states is that of the table; npm run diagrams draws it anew', () => {
  const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/document-states.md'), 'utf8')
  expect(page).toBe(documentStatesPage())
})
