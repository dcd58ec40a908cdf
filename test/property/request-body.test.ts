import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ocoteRequestWriter } from '#adapters/ocote/request-body.ts'
import { totalsOf } from '#domain/sale/totals.ts'
import { anyLines } from './any-line.ts'

type WireLine = { description: string; quantity: number; unit_price: number; discount_percentage?: number }

/** A number of the wire as whole units of 10^-4: exactly what its JSON text says. */
const exactly = (value: number): bigint => {
  const match = /^(\d+)(?:\.(\d{1,4}))?$/.exec(String(value))
  if (!match) throw new Error(`not a plain decimal with at most four decimals: ${value}`)
  return BigInt(`${match[1]}${(match[2] ?? '').padEnd(4, '0')}`)
}

/** What a receiver that never rounds makes of a line, in 10^-12 dollars. */
const worth = ({ quantity, unit_price, discount_percentage = 0 }: WireLine): bigint =>
  (exactly(quantity) * exactly(unit_price) * (1_000_000n - exactly(discount_percentage))) / 100n

const CENT = 10n ** 10n

const write = (lines: Parameters<typeof totalsOf>[0]) =>
  ocoteRequestWriter.write({
    docType: '01',
    externalRef: 'REF',
    lines,
    customer: null,
    paymentMethod: '01',
    credit: null,
    origin: null,
    isWhole: false,
  })

test('whoever reckons the request exactly comes to our total, each line to whole cents', () => {
  fc.assert(
    fc.property(anyLines, (lines) => {
      const wire = (JSON.parse(write(lines).body) as { lines: WireLine[] }).lines
      expect(wire.map((line) => worth(line) % CENT)).toEqual(lines.map(() => 0n))
      expect(wire.reduce((sum, line) => sum + worth(line), 0n)).toBe(BigInt(totalsOf(lines).total) * CENT)
    }),
    { numRuns: 500 },
  )
})

test('every line keeps the limits of the API', () => {
  fc.assert(
    fc.property(anyLines, (lines) => {
      for (const { description, quantity, unit_price, discount_percentage } of (
        JSON.parse(write(lines).body) as { lines: WireLine[] }
      ).lines) {
        expect(description.length).toBeGreaterThan(0)
        expect(description.length).toBeLessThanOrEqual(1000)
        expect(quantity).toBeGreaterThan(0)
        expect(unit_price).toBeGreaterThan(0)
        if (discount_percentage !== undefined) {
          expect(discount_percentage).toBeGreaterThan(0)
          expect(discount_percentage).toBeLessThanOrEqual(99)
          expect(Number.isInteger(discount_percentage)).toBe(true)
        }
      }
    }),
  )
})

test('a description is well-formed text, also where it had to be cut', () => {
  fc.assert(
    fc.property(anyLines, (lines) => {
      for (const { description } of (JSON.parse(write(lines).body) as { lines: WireLine[] }).lines)
        expect(description.isWellFormed()).toBe(true)
    }),
  )
})

test('the hash is that of the body in UTF-8, and the same sale makes the same bytes', () => {
  fc.assert(
    fc.property(anyLines, (lines) => {
      const { body, sha256 } = write(lines)
      expect(sha256).toBe(createHash('sha256').update(Buffer.from(body, 'utf8')).digest('hex'))
      expect(write(structuredClone(lines))).toEqual({ body, sha256 })
    }),
  )
})
