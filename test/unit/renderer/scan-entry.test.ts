import { expect, test } from 'vitest'
import { isCodeOnly, parseScanEntry } from '../../../src/renderer/features/sale/scan-entry.ts'

test.each([
  ['7410001000011', null, '7410001000011'],
  ['  queso ', null, 'queso'],
  ['3*7410001000011', 3_000, '7410001000011'],
  ['3 * 2001', 3_000, '2001'],
  ['0.455*2001', 455, '2001'],
  ['0,455*2001', 455, '2001'],
  ['0*2001', 0, '2001'],
  ['-1*2001', -1_000, '2001'],
  ['3*', 3_000, ''],
  ['0.4555*2001', null, '0.4555*2001'],
  ['a*b', null, 'a*b'],
  ['*2001', null, '*2001'],
])('%j is %s of %j', (typed, quantity, text) => {
  expect(parseScanEntry(typed)).toEqual({ quantity, text })
})

test('digits alone are a code, a name is not', () => {
  expect(['2001', '0614-1', 'café', 'A1'].map(isCodeOnly)).toEqual([true, true, false, false])
})
