import { expect, test } from 'vitest'
import { killsAskedFor } from '../../faults/run-soak.ts'
import { soakOptions } from '../../faults/soak/soak-options.ts'

test('minutes and seed are taken as they are given', () => {
  expect(soakOptions(['--minutes', '0.5', '--seed', '7'])).toEqual({ minutes: 0.5, seed: 7 })
  expect(soakOptions(['--seed', '7'])).toEqual({ minutes: 10, seed: 7 })
})

test.each(['x', '', '0', 'Infinity', 'NaN', '10m'])('--minutes %j is refused', (minutes) => {
  expect(soakOptions([`--minutes=${minutes}`])).toBe(`--minutes ${minutes}: not a number above 0`)
})

test.each([['--minutes=-1'], ['--seed', 'x'], ['--hours', '1']])('%s %s is refused', (...args) => {
  expect(soakOptions(args)).toBeTypeOf('string')
})

test('a thousand kills are asked for of ten minutes and more, and a hundred of each minute of less', () => {
  expect([0.5, 1, 9.99, 10, 60].map(killsAskedFor)).toEqual([50, 100, 999, 1_000, 1_000])
})
