import { expect, test } from 'vitest'
import { parseDui } from '#domain/customer/dui.ts'

test.each([
  ['01234567-8', '01234567-8'],
  ['12345678-4', '12345678-4'],
  ['04826193-3', '04826193-3'],
  ['012345678', '01234567-8'],
  [' 0123 4567 - 8 ', '01234567-8'],
])('%j is the DUI %s', (typed, written) => {
  expect(parseDui(typed)).toBe(written)
})

test.each(['01234567-9', '12345678-9', '04826193-0', '00000000-0', '1234567-8', '', '01234567-88', '0123456a-8'])(
  '%j is no DUI',
  (typed) => {
    expect(parseDui(typed)).toBeNull()
  },
)

test('of all ten check digits one fits', () => {
  const fitting = Array.from({ length: 10 }, (_, digit) => `12345678-${digit}`).filter((dui) => parseDui(dui) !== null)
  expect(fitting).toEqual(['12345678-4'])
})
