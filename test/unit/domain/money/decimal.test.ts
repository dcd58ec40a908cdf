import { expect, test } from 'vitest'
import { decimalText, moneyText, parseDecimal, type Scale } from '#domain/money/decimal.ts'

test.each<[string, Scale, number]>([
  ['0', 2, 0],
  ['5.50', 2, 550],
  ['5.5', 4, 55_000],
  ['0.455', 3, 455],
  ['0.1', 2, 10],
  ['007', 2, 700],
  [' 1.25 ', 2, 125],
  ['1.2500000', 2, 125],
  ['-3.75', 2, -375],
  ['-0.00', 2, 0],
  ['999999999999', 2, 99_999_999_999_900],
  ['999999999999.999', 3, 999_999_999_999_999],
  ['900719925474.0991', 4, Number.MAX_SAFE_INTEGER],
])('%j with %d decimals is %d units, exactly', (text, scale, units) => {
  expect(parseDecimal(text, scale)).toBe(units)
})

test.each<[string, Scale, string]>([
  ['1.005', 2, 'more decimals than the scale'],
  ['0.0001', 3, 'more decimals than the scale'],
  ['1e3', 2, 'an exponent'],
  ['1E-2', 2, 'an exponent'],
  ['+1', 2, 'a plus sign'],
  ['--1', 2, 'two signs'],
  ['- 1', 2, 'a sign apart'],
  ['1,000.00', 2, 'a thousands separator'],
  ['1,5', 2, 'a decimal comma'],
  ['.5', 2, 'no whole digit'],
  ['5.', 2, 'no decimals after the point'],
  ['', 2, 'nothing'],
  ['1.2.3', 2, 'two points'],
  ['0x10', 2, 'hexadecimal'],
  ['١٢', 2, 'other digits'],
  ['Infinity', 2, 'no number'],
  ['1000000000000', 2, 'thirteen whole digits'],
  ['900719925474.0992', 4, 'more than a number holds exactly'],
])('%j with %d decimals is refused: %s', (text, scale) => {
  expect(parseDecimal(text, scale)).toBeNull()
})

test.each<[number, Scale, number, string]>([
  [455, 3, 0, '0.455'],
  [5500, 3, 0, '5.5'],
  [5500, 3, 2, '5.50'],
  [37_500, 4, 2, '3.75'],
  [33_333, 4, 2, '3.3333'],
  [2000, 3, 0, '2'],
  [1, 4, 0, '0.0001'],
  [0, 2, 2, '0.00'],
  [0, 2, 0, '0'],
  [-5, 2, 2, '-0.05'],
  [-1200, 2, 0, '-12'],
])('%d units of scale %d with at least %d decimals read %j', (units, scale, decimals, text) => {
  expect(decimalText(units, scale, decimals)).toBe(text)
})

test.each<[number, string]>([
  [0, '0.00'],
  [5, '0.05'],
  [99_999, '999.99'],
  [100_000, '1,000.00'],
  [123_456_789, '1,234,567.89'],
  [-550, '−5.50'],
  [-123_456, '−1,234.56'],
])('%d cents read %j', (cents, text) => {
  expect(moneyText(cents)).toBe(text)
})
