import { expect, test } from 'vitest'
import { joinOrStack, spread, wrapCode, wrapEvenly, wrapText } from '#domain/ticket/text-rows.ts'

test('words wrap at spaces, and a word longer than a row is broken', () => {
  expect(wrapText('pan dulce de anticonstitucionalmente  yema', 10)).toEqual([
    'pan dulce',
    'de',
    'anticonsti',
    'tucionalme',
    'nte yema',
  ])
  expect(wrapText('  ', 10)).toEqual([])
})

test('centred text is as even as its number of rows allows, and no word is broken for it', () => {
  expect(wrapEvenly('Factura electrónica pendiente de emisión', 32)).toEqual([
    'Factura electrónica',
    'pendiente de emisión',
  ])
  expect(wrapEvenly('otorrinolaringólogo yo', 20)).toEqual(['otorrinolaringólogo', 'yo'])
  expect(wrapEvenly('', 20)).toEqual([])
})

test('a code breaks after a hyphen where it has one, else in even parts', () => {
  expect(wrapCode('A1B2C3D4-E5F6-4A7B-8C9D-0E1F2A3B4C5D', 32)).toEqual(['A1B2C3D4-E5F6-4A7B-8C9D-', '0E1F2A3B4C5D'])
  expect(wrapCode('2026A1B2C3D4E5F60718293A4B5C6D7E8F901234', 32)).toEqual([
    '2026A1B2C3D4E5F60718',
    '293A4B5C6D7E8F901234',
  ])
  expect(wrapCode('', 32)).toEqual([])
})

test('two texts share a row, or stand one above the other', () => {
  expect(spread('  2 x 5.50', '11.00', 20)).toEqual(['  2 x 5.50     11.00'])
  expect(spread('  2 x 5.50', '11.00', 15)).toEqual(['2 x 5.50', '          11.00'])
  expect(joinOrStack(['NIT 1', 'NRC 2'], 13)).toEqual(['NIT 1 · NRC 2'])
  expect(joinOrStack(['NIT 1', 'NRC 2'], 12)).toEqual(['NIT 1', 'NRC 2'])
})
