import { expect, test } from 'vitest'
import { indexAfterKey, withActive } from '../../../src/renderer/features/documents/row-keys.ts'

const at = (row: number) => ({ at: row, count: 100, inSight: 8 })

test.each([
  ['ArrowDown', -1, 0],
  ['ArrowDown', 5, 6],
  ['ArrowDown', 99, 99],
  ['ArrowUp', -1, 0],
  ['ArrowUp', 5, 4],
  ['ArrowUp', 0, 0],
  ['PageDown', 5, 12],
  ['PageUp', 5, 0],
  ['Home', 70, 0],
  ['End', 5, 99],
  ['Enter', 5, null],
] as const)('%s at row %i leads to %j', (key, row, next) => {
  expect(indexAfterKey(key, at(row))).toBe(next)
})

test('an empty list leads nowhere', () => {
  expect(indexAfterKey('ArrowDown', { at: -1, count: 0, inSight: 8 })).toBeNull()
})

test('the active row is drawn wherever the list was scrolled to, and once', () => {
  const range = { startIndex: 50, endIndex: 52, overscan: 1, count: 100 }
  expect([withActive(range, 3), withActive(range, 51), withActive(range, 99), withActive(range, 100)]).toEqual([
    [3, 49, 50, 51, 52, 53],
    [49, 50, 51, 52, 53],
    [49, 50, 51, 52, 53, 99],
    [49, 50, 51, 52, 53],
  ])
})
