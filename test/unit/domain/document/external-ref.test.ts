import { expect, test } from 'vitest'
import { CODE_PATTERN, externalRef } from '#domain/document/external-ref.ts'

test('a ref says store, till, day, number and installation', () => {
  expect(externalRef({ store: 'T01', till: 'C01', date: '2026-11-22', number: 42, tag: '7QK3F' })).toBe(
    'T01-C01-20261122-000042-7QK3F',
  )
})

test('the longest ref is far from the 100 characters of the API', () => {
  const longest = {
    store: 'ABCDEFGH',
    till: '12345678',
    date: '9999-12-31',
    number: Number.MAX_SAFE_INTEGER,
    tag: '7QK3F',
  }
  expect(externalRef(longest)).toBe('ABCDEFGH-12345678-99991231-9007199254740991-7QK3F')
  expect(externalRef(longest).length).toBeLessThanOrEqual(100)
})

test('a code is one to eight capital letters and digits', () => {
  const codes = ['T01', 'A', 'ABCDEFGH', '', 'ABCDEFGHI', 't01', 'T-1', 'Ñ1', 'T01\n']
  expect(codes.filter((code) => CODE_PATTERN.test(code))).toEqual(['T01', 'A', 'ABCDEFGH'])
})
