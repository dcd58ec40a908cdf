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
  expect(fiscalWordOf({ state, attempts }, connection).title).toBe(title)
})
