import { expect, test } from 'vitest'
import { type Line, lineAmounts } from '#domain/sale/line.ts'
import { partOfLine } from '#domain/sale/part-of-line.ts'
import { aLine, amountOff, percent } from '../a-line.ts'

const cheese = aLine({ description: 'Queso fresco', unit: 'kg', quantity: 455, unitPrice: 37_500 })

test.each<[string, Line, number, Partial<Line>]>([
  ['pieces keep their price', aLine({ quantity: 3_000 }), 1_000, { quantity: 1_000 }],
  ['the whole line is the line', cheese, 455, {}],
  [
    'a whole discounted line too',
    aLine({ quantity: 3_000, discount: amountOff(100) }),
    3_000,
    { quantity: 3_000, discount: amountOff(100) },
  ],
  [
    'a percentage that leaves whole cents stays one',
    aLine({ quantity: 4_000, discount: percent(1_000) }),
    2_000,
    { quantity: 2_000, discount: percent(1_000) },
  ],
  ['weighed goods that come to whole cents keep their price', cheese, 200, { quantity: 200 }],
  [
    'others go as one piece at their share',
    cheese,
    101,
    { description: 'Queso fresco (0.101 kg)', unit: 'unit', quantity: 1_000, unitPrice: 3_800 },
  ],
  [
    'a discount in cents is shared out',
    aLine({ quantity: 3_000, discount: amountOff(100) }),
    1_000,
    { description: 'Café molido (1)', quantity: 1_000, unitPrice: 51_700 },
  ],
])('%s', (_, line, quantity, changes) => {
  expect(partOfLine(line, 4, quantity, 0)).toEqual({
    ...line,
    discount: { kind: 'none' },
    ...changes,
    partOf: { position: 4, quantity },
  })
})

test('three thirds of a line that cannot be divided are the whole of it, whatever the order', () => {
  const line = aLine({ quantity: 3_000, discount: amountOff(100) })
  const parts = [0, 1_000, 2_000].map((before) => partOfLine(line, 0, 1_000, before))
  expect(parts.map((part) => lineAmounts(part).amount)).toEqual([517, 516, 517])
  expect(lineAmounts(line).amount).toBe(1_550)
})

test('a long description makes room for how much it is, and is never cut inside a character', () => {
  const long = (start: string): Line =>
    aLine({ description: start + '🧀'.repeat(499), quantity: 3_000, discount: amountOff(100) })
  const described = ['', 'q'].map((start) => partOfLine(long(start), 0, 1_000, 0).description)
  expect(described.map((text) => [text.isWellFormed(), text.length <= 1_000, text.endsWith(' (1)')])).toEqual([
    [true, true, true],
    [true, true, true],
  ])
})
