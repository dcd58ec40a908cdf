import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DOCUMENT_TYPES } from '#domain/customer/customer.ts'
import { CONTRIBUTORS } from '#domain/customer/taxpayer.ts'
import { DOCUMENT_TYPES as TYPES } from '#domain/document/document-type.ts'
import { PAYMENT_METHODS } from '#domain/sale/tender.ts'
import { totalsOf } from '#domain/sale/totals.ts'
import { printableText } from '#domain/ticket/printable-text.ts'
import { slipLayout } from '#domain/ticket/slip-layout.ts'
import { wrapText } from '#domain/ticket/text-rows.ts'
import { ticketLayout } from '#domain/ticket/ticket-layout.ts'
import { tooWide } from '../unit/domain/ticket/block-rows.ts'
import { anIssuedSale } from '../unit/domain/ticket/sale-samples.ts'

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.string({ unit: fc.constantFrom(...'abñÑ …“”–🍞🇸🇻x½\n\t\u001b'), maxLength: 120 }),
)
const cents = fc.integer({ min: 0, max: 99_999_999_999 })

const line = fc.record({
  code: fc.constant(null),
  description: text,
  unit: fc.constantFrom('unit' as const, 'kg' as const),
  quantity: fc.integer({ min: 1, max: 999_999_999 }),
  unitPrice: fc.integer({ min: 1, max: 9_999_999_999 }),
  discount: fc.oneof(
    fc.constant({ kind: 'none' as const }),
    fc.record({ kind: fc.constant('percent' as const), hundredths: fc.integer({ min: 0, max: 9900 }) }),
    fc.record({ kind: fc.constant('amount' as const), cents: fc.integer({ min: 0, max: 1_000_000 }) }),
  ),
})

const facts = fc
  .record({
    lines: fc.array(line, { minLength: 1, maxLength: 8 }),
    issuer: fc.record({ tradeName: text, legalName: text, nit: text, nrc: text, activity: text, address: text }),
    customer: fc.option(
      fc.record({
        name: fc.option(text),
        document: fc.option(fc.record({ type: fc.constantFrom(...DOCUMENT_TYPES), number: text })),
        email: fc.constant(null),
        phone: fc.constant(null),
        taxpayer: fc.record({ nit: text, nrc: text, contributor: fc.constantFrom(...CONTRIBUTORS) }),
        activity: fc.record({ code: text, description: text }),
        place: fc.record({ kind: fc.constant('municipality' as const), code: text, name: text }),
        address: text,
      }),
    ),
    docType: fc.constantFrom(...TYPES),
    about: fc.option(fc.record({ relation: fc.constantFrom('credits' as const, 'replaces' as const), number: text })),
    withheld: fc.integer({ min: 0, max: 1_000 }),
    tenders: fc.array(fc.record({ method: fc.constantFrom(...PAYMENT_METHODS), amount: cents }), { maxLength: 4 }),
    change: cents,
    till: text,
    cashier: text,
    externalRef: text,
    controlNumber: text,
    receptionStamp: text,
    training: fc.boolean(),
    copy: fc.integer({ min: 1, max: 99_999 }),
  })
  .map((random) => anIssuedSale({ ...random, totals: totalsOf(random.lines) }))

test.each([48, 32] as const)('no row of a ticket or a slip is ever wider than %i columns', (columns) => {
  fc.assert(
    fc.property(facts, (sale) => {
      expect(tooWide(ticketLayout(sale, columns), columns)).toEqual([])
      expect(tooWide(slipLayout(sale, columns), columns)).toEqual([])
    }),
  )
})

test('wrapping loses no character but spaces', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 48 }), (words, width) => {
      expect(wrapText(words, width).join('').replaceAll(' ', '')).toBe(printableText(words).replaceAll(' ', ''))
    }),
  )
})

test('what is printable stays as it is', () => {
  fc.assert(
    fc.property(text, (anything) => {
      const once = printableText(anything)
      expect(printableText(once)).toBe(once)
    }),
  )
})
