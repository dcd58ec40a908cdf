import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalText, moneyText, parseDecimal, type Scale } from '#domain/money/decimal.ts'
import { roundHalfUp } from '#domain/money/round-half-up.ts'

const scale = fc.constantFrom<Scale>(2, 3, 4)
const units = fc.integer({ min: -99_999_999_999_999, max: 99_999_999_999_999 })

test('what decimalText writes, parseDecimal reads', () => {
  fc.assert(
    fc.property(units, scale, fc.nat(4), (value, by, decimals) => {
      expect(parseDecimal(decimalText(value, by, Math.min(decimals, by)), by)).toBe(value)
    }),
  )
})

test('what parseDecimal reads is the text times ten to the scale, to the last digit', () => {
  const digits = (min: number, max: number) =>
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: min, maxLength: max })
  fc.assert(
    fc.property(fc.constantFrom('', '-'), digits(1, 11), digits(0, 4), scale, (sign, whole, fraction, by) => {
      const read = parseDecimal(`${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`, by)
      const [wanted, beyond] = [`${whole}${fraction.padEnd(4, '0')}`, 10n ** BigInt(4 - by)]
      const exact = BigInt(wanted)
      if (exact % beyond !== 0n) expect(read).toBeNull()
      else expect(BigInt(read ?? Number.NaN)).toBe((sign === '-' ? -1n : 1n) * (exact / beyond))
    }),
  )
})

test('moneyText without its commas is the amount', () => {
  fc.assert(
    fc.property(units, (cents) => {
      const text = moneyText(cents)
      expect(text).toMatch(/^−?\d{1,3}(,\d{3})*\.\d\d$/)
      expect(parseDecimal(text.replaceAll(',', '').replace('−', '-'), 2)).toBe(cents)
    }),
  )
})

test('roundHalfUp is the whole number nearest, the one farther from zero of two', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
      fc.bigInt({ min: 1n, max: 10n ** 6n }),
      (numerator, denominator) => {
        const rounded = BigInt(roundHalfUp(numerator, denominator))
        const twiceOff = 2n * (rounded * denominator - numerator)
        const away = numerator < 0n ? -twiceOff : twiceOff
        // At most half a step away from zero beyond the exact value, less than half a step short of it.
        expect(away <= denominator && away > -denominator).toBe(true)
      },
    ),
  )
})
