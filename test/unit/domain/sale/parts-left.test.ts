import { expect, test } from 'vitest'
import type { PartOf } from '#domain/sale/line.ts'
import { checkParts, partsLeft } from '#domain/sale/parts-left.ts'
import { aLine } from '../a-line.ts'

test('what notes took of each line is left out, whichever note it was', () => {
  const taken = [
    aLine({ partOf: { position: 0, quantity: 1_000 } }),
    aLine({ partOf: { position: 2, quantity: 455 } }),
    aLine({ partOf: { position: 0, quantity: 500 } }),
    aLine(),
  ]
  expect(partsLeft([aLine({ quantity: 3_000 }), aLine(), aLine({ quantity: 455 })], taken)).toEqual([1_500, 1_000, 0])
})

test.each<[string, readonly PartOf[], object]>([
  ['nothing at all', [], { code: 'parts_missing', field: 'parts' }],
  ['a position that is not there', [{ position: 2, quantity: 1 }], { code: 'part_unknown', field: 'parts.0.position' }],
  [
    'a position twice',
    [
      { position: 0, quantity: 1 },
      { position: 0, quantity: 1 },
    ],
    { code: 'part_unknown', field: 'parts.1.position' },
  ],
  ['none of a line', [{ position: 0, quantity: 0 }], { code: 'part_not_positive', field: 'parts.0.quantity' }],
  [
    'more than is left',
    [{ position: 1, quantity: 501 }],
    { code: 'part_exceeds_line', field: 'parts.0.quantity', params: { left_thousandths: 500 } },
  ],
])('%s cannot be taken', (_, parts, error) => {
  expect(checkParts(parts, [1_000, 500])).toEqual({ ok: false, error })
})

test('all that is left can be taken', () => {
  const all = [
    { position: 0, quantity: 1_000 },
    { position: 1, quantity: 500 },
  ]
  expect(checkParts(all, [1_000, 500])).toEqual({ ok: true, value: null })
})
