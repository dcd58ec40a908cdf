import { expect, test } from 'vitest'
import { closingWords, type Pending } from '#domain/report/closing-words.ts'

const at = (local: string): number => Date.parse(`${local}:00-06:00`)
const NOW = at('2026-11-22T19:30')
const NOTHING: Pending = {
  pending: { count: 0, oldestAt: null },
  inContingency: 0,
  cancelling: 0,
  attention: 0,
  printer: { waiting: 0, failed: 0 },
}
const EVERYTHING: Pending = {
  pending: { count: 2, oldestAt: at('2026-11-22T10:45') },
  inContingency: 3,
  cancelling: 1,
  attention: 1,
  printer: { waiting: 2, failed: 1 },
}

test('nothing pending has no words', () => {
  expect([closingWords(NOTHING, 'es', NOW), closingWords(NOTHING, 'en', NOW)]).toEqual([null, null])
})

test('everything that is not at its end is said, each thing by its own name', () => {
  expect(closingWords(EVERYTHING, 'es', NOW)?.lines).toEqual([
    '2 ventas no tienen aún su factura confirmada. Salen solas con la caja abierta y en línea.',
    'La más antigua es del 22/11/2026 a las 10:45. Lo que no salga antes de medianoche llevará otra fecha fiscal.',
    '1 documento espera que una persona lo revise.',
    '3 facturas están en contingencia: son válidas y se confirman solas.',
    '1 anulación no está confirmada: la factura sigue siendo válida.',
    '2 papeles no se han impreso.',
    '1 papel no se pudo imprimir.',
  ])
  expect(closingWords(EVERYTHING, 'en', NOW)?.lines).toHaveLength(7)
})

test.each([
  ['inContingency', { inContingency: 1 }],
  ['cancelling', { cancelling: 1 }],
  ['a paper that failed', { printer: { waiting: 0, failed: 1 } }],
])('%s alone is a word too', (_, pending) => {
  expect(closingWords({ ...NOTHING, ...pending }, 'es', NOW)?.lines).toHaveLength(1)
})

test.each([
  [
    'of today',
    '2026-11-22T10:45',
    '2026-11-22T19:30',
    'Lo que no salga antes de medianoche llevará otra fecha fiscal.',
  ],
  ['on the month’s last day', '2026-11-30T10:45', '2026-11-30T19:30', /^Hoy termina el mes: .* otro período de IVA\.$/],
  ['of an earlier day', '2026-11-21T10:45', '2026-11-22T19:30', /^Lo de días anteriores llevará otra fecha fiscal/],
  [
    'of an earlier month',
    '2026-10-31T10:45',
    '2026-11-22T19:30',
    'Lo de meses anteriores caerá en otro período de IVA.',
  ],
])('what is not issued and the fiscal date: %s', (_, oldest, now, expected) => {
  const line = closingWords({ ...NOTHING, pending: { count: 1, oldestAt: at(oldest) } }, 'es', at(now))?.lines[1] ?? ''
  expect(line.replace(/^La más antigua es del [\d/]+ a las [\d:]+\. /, '')).toEqual(
    typeof expected === 'string' ? expected : expect.stringMatching(expected),
  )
})
