import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readCatalogue } from '#engine/read-catalogue.ts'

const read = (...entries: unknown[]) => readCatalogue(JSON.stringify(entries))
const anEntry = (changes: Record<string, unknown> = {}) => ({
  code: '1',
  name: 'Café molido',
  category: 'Abarrotes',
  price: 5.5,
  ...changes,
})

test('prices are exact, units and blanks are put in order', () => {
  expect(
    read(anEntry(), anEntry({ code: ' 2 ', name: ' Queso ', category: 'Lácteos', unit: 'kg', price: '3.7505' })),
  ).toEqual({
    ok: true,
    value: [
      { code: '1', name: 'Café molido', category: 'Abarrotes', unit: 'unit', unitPrice: 55_000, tile: 0 },
      { code: '2', name: 'Queso', category: 'Lácteos', unit: 'kg', unitPrice: 37_505, tile: 1 },
    ],
  })
})

test('every category has its tile, and the ninth begins anew', () => {
  const categories = Array.from({ length: 10 }, (_, index) =>
    anEntry({ code: String(index), category: `C${index % 9}` }),
  )
  const result = read(...categories)
  expect(result.ok && result.value.map(({ tile }) => tile)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 0, 0])
})

const PRICE = 'debe ser mayor que cero, con cuatro decimales a lo sumo'

test.each([
  [{ price: 0 }, `1.price: ${PRICE}`],
  [{ price: -1 }, `1.price: ${PRICE}`],
  [{ price: 0.00001 }, `1.price: ${PRICE}`],
  [{ price: 1e-7 }, `1.price: ${PRICE}`],
  [{ price: 'caro' }, `1.price: ${PRICE}`],
  [{ price: 1e21 }, `1.price: ${PRICE}`],
])('%j is said to be wrong, where and why', (changes, error) => {
  expect(read(anEntry(), anEntry(changes))).toEqual({ ok: false, error })
})

test.each([
  [{ code: '' }, /^1\.code: /],
  [{ code: 'x'.repeat(61) }, /^1\.code: /],
  [{ name: '  ' }, /^1\.name: /],
  [{ category: null }, /^1\.category: /],
  [{ unit: 'lb' }, /^1\.unit: /],
  [{ price: null }, /^1\.price: /],
  [{ code: 5, name: 5 }, /^1\.code: .*; 1\.name: /],
])('%j is said to be wrong by its place', (changes, error) => {
  expect(read(anEntry(), anEntry(changes))).toEqual({ ok: false, error: expect.stringMatching(error) })
})

test('what is no JSON, or no list, is no catalogue', () => {
  expect(readCatalogue('code;name')).toEqual({ ok: false, error: 'no es JSON' })
  expect(readCatalogue('{}').ok).toBe(false)
})

test('the catalogue that ships is one, its codes without a double', () => {
  const file = path.join(import.meta.dirname, '../../../resources/sample-catalogue.json')
  const result = readCatalogue(readFileSync(file, 'utf8'))
  const codes = result.ok ? result.value.map(({ code }) => code) : []
  expect(codes.length).toBeGreaterThan(10)
  expect(new Set(codes).size).toBe(codes.length)
})
