import { expect, test } from 'vitest'
import { fiscalWordOf } from '../../../src/renderer/ui/fiscal-word.ts'

test.each([
  ['pending', 0, 'online', 'result.issuing'],
  ['pending', 0, 'offline', 'result.saved'],
  ['pending', 2, 'online', 'result.saved'],
  ['pending', 0, 'key_refused', 'result.saved'],
  ['unknown', 1, 'online', 'result.unknown'],
  ['unknown', 1, 'offline', 'result.saved'],
  ['contingency', 1, 'online', 'result.contingency'],
  ['stamped', 1, 'offline', 'result.stamped'],
  ['rejected', 1, 'online', 'result.rejected'],
  ['refused', 1, 'online', 'result.refused'],
  ['alarm', 1, 'online', 'result.alarm'],
] as const)('%s after %i attempts, %s: %s', (state, attempts, connection, title) => {
  expect(fiscalWordOf({ docType: '01', state, attempts }, connection).title).toBe(title)
})

test.each([
  ['03', 'result.stamped_03'],
  ['05', 'result.stamped_05'],
  ['11', 'result.stamped_11'],
  ['14', 'result.stamped_14'],
] as const)('a %s is called by its own name', (docType, title) => {
  expect(fiscalWordOf({ docType, state: 'stamped', attempts: 1 }, 'online').title).toBe(title)
})
