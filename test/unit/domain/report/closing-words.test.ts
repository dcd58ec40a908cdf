import { expect, test } from 'vitest'
import { closingWords } from '#domain/report/closing-words.ts'

const NOTHING = { pending: { count: 0, oldestAt: null }, attention: 0, printer: { waiting: 0 } }

test('nothing pending has no words', () => {
  expect([closingWords(NOTHING, 'es'), closingWords(NOTHING, 'en')]).toEqual([null, null])
})

test.each([
  ['es', /^1 venta aún no tiene su factura/, /2026-11-22 10:45/, /1 documento espera/, /2 papeles/],
  ['en', /^1 sale has no invoice yet/, /2026-11-22 10:45/, /1 document waits/, /2 papers/],
] as const)('everything that is pending is said in %s', (language, ...expected) => {
  const oldestAt = Date.parse('2026-11-22T10:45:00-06:00')
  const pending = { pending: { count: 1, oldestAt }, attention: 1, printer: { waiting: 2 } }
  expect(closingWords(pending, language)?.lines).toEqual(expected.map((line) => expect.stringMatching(line)))
})
