import fc from 'fast-check'
import { type Line, lineRefusal } from '#domain/sale/line.ts'

const quantity = fc.oneof(
  fc.integer({ min: 1, max: 200 }).map((whole) => whole * 1000),
  fc.integer({ min: 1, max: 20_000 }),
  fc.integer({ min: 1, max: 999_999_999 }),
)
const unitPrice = fc.oneof(
  fc.integer({ min: 1, max: 50_000 }).map((cents) => cents * 100),
  fc.integer({ min: 1, max: 100_000 }),
  fc.integer({ min: 1, max: 9_999_999_999 }),
)
const discount = fc.oneof(
  fc.constant<Line['discount']>({ kind: 'none' }),
  fc.integer({ min: 0, max: 99 }).map((whole): Line['discount'] => ({ kind: 'percent', hundredths: whole * 100 })),
  fc.integer({ min: 0, max: 9900 }).map((hundredths): Line['discount'] => ({ kind: 'percent', hundredths })),
  fc.integer({ min: 0, max: 5000 }).map((cents): Line['discount'] => ({ kind: 'amount', cents })),
)

/** Lines that the counter takes, among them weighed ones, fractions of a cent and discounts of every kind. */
export const anyLine: fc.Arbitrary<Line> = fc
  .record({
    code: fc.constant(null),
    description: fc.string({ unit: 'binary', minLength: 1, maxLength: 1000 }),
    unit: fc.constantFrom<Line['unit']>('unit', 'kg'),
    quantity,
    unitPrice,
    discount,
  })
  .filter((line) => lineRefusal(line, '') === null)

export const anyLines = fc.array(anyLine, { minLength: 1, maxLength: 12 })
