import { expect, test } from 'vitest'
import { foldText } from '#domain/product/product.ts'

test.each([
  ['Café', 'cafe'],
  ['PIÑA', 'pina'],
  ['Pingüino', 'pinguino'],
  ['Café', 'cafe'],
  ['Atún 140 g', 'atun 140 g'],
])('%j is searched as %j', (text, folded) => {
  expect(foldText(text)).toBe(folded)
})
