import { expect, test } from 'vitest'
import { parseNit } from '#domain/customer/nit.ts'

// By the published weights 0210-010190-123 ends in 0 (Σ = 100, r = 1); a list of examples that says 1 contradicts them.
test.each(['0614-150385-101-0', '0210-010190-123-0', '9483-111172-102-2', '0614-290299-001-9'])(
  '%s is a NIT, and its check digit fits',
  (typed) => {
    expect(parseNit(typed)).toEqual({ digits: typed.replaceAll('-', ''), checkDigitFits: true })
  },
)

test.each(['0614-150385-101-1', '0210-010190-123-1', '9483-111172-102-3', '0614-290299-001-8'])(
  '%s is a NIT with a wrong check digit: it warns, it does not block',
  (typed) => {
    expect(parseNit(typed)).toEqual({ digits: typed.replaceAll('-', ''), checkDigitFits: false })
  },
)

test('serial 100 is reckoned the old way, 101 the new way', () => {
  const fitting = (start: string) =>
    Array.from({ length: 10 }, (_, digit) => `${start}${digit}`).filter((nit) => parseNit(nit)?.checkDigitFits)
  expect([fitting('0614150385100'), fitting('0614150385101')]).toEqual([['06141503851001'], ['06141503851010']])
})

test('nine digits are the DUI of the holder', () => {
  expect([parseNit('01234567-8'), parseNit('012345679')]).toEqual([{ digits: '012345678', checkDigitFits: true }, null])
})

test.each(['', '0614-150385-101', '00000000000000', '0614-150385-101-00', '0614-150385-10A-0'])(
  '%j is no NIT',
  (typed) => {
    expect(parseNit(typed)).toBeNull()
  },
)
