import { expect, test } from 'vitest'
import { afterKey, type KeypadKey } from '../../../src/renderer/ui/number-entry.ts'

const typed = (start: string, ...keys: readonly KeypadKey[]): string =>
  keys.reduce((state, key) => ({ text: afterKey(state.text, key, state.fresh), fresh: false }), {
    text: start,
    fresh: true,
  }).text

test('the first key replaces a preset, the next ones follow it', () => {
  expect(typed('13.61', '2', '0')).toBe('20')
})

test('one point, a zero before it, no zeros in front', () => {
  expect([typed('', '.', '4', '.', '5'), typed('0', '0', '5'), typed('9', 'backspace')]).toEqual(['0.45', '5', ''])
})

test('more than fourteen characters are not taken', () => {
  expect(typed('', ...Array.from({ length: 20 }, () => '9' as const))).toBe('9'.repeat(14))
})
