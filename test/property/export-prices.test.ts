import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Line, lineAmounts, NO_DISCOUNT } from '#domain/sale/line.ts'
import { withVat } from '#domain/sale/with-vat.ts'
import { withoutVat } from '#domain/sale/without-vat.ts'

const anyExportLine = fc.record({
  code: fc.constant(null),
  description: fc.constant('Café de exportación'),
  unit: fc.constantFrom<Line['unit']>('unit', 'kg'),
  quantity: fc.integer({ min: 1, max: 99_999_999 }),
  unitPrice: fc.integer({ min: 1, max: 8_000_000 }).map((cents) => cents * 100),
  discount: fc.oneof(
    fc.constant<Line['discount']>(NO_DISCOUNT),
    fc.integer({ min: 0, max: 9900 }).map((hundredths): Line['discount'] => ({ kind: 'percent', hundredths })),
    fc.integer({ min: 0, max: 5_000_000 }).map((cents): Line['discount'] => ({ kind: 'amount', cents })),
  ),
})

test('a price or a discount that is typed without VAT comes out as it was typed, whatever the shelf says of it', () => {
  fc.assert(
    fc.property(anyExportLine, (line) => {
      expect(lineAmounts(withoutVat(withVat(line)))).toEqual(lineAmounts(line))
    }),
  )
})
