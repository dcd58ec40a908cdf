import { expect, test } from 'vitest'
import { printableText } from '#domain/ticket/printable-text.ts'

test.each([
  ['áéíóúñÑ¿¡üÜ°€ª', 'áéíóúñÑ¿¡üÜ°€ª'],
  ['“Ñandú” – d’Artagnan…', '"Ñandú" - d\'Artagnan...'],
  ['cafe\u0301', 'café'],
  ['Łódź', 'Lódz'],
  ['−0.25', '-0.25'],
  ['ﬁn ½', 'fin ½'],
  ['pan 🍞 茶 ж', 'pan ? ? ?'],
  ['a\u200db\ufe0f\u00adc', 'abc'],
  ['uno\ndos\ttres\u00a0cuatro', 'uno dos tres cuatro'],
  ['\u001bp\u0000\u0010\u0014', ' p   '],
])('%j is printed as %j', (text, printed) => {
  expect(printableText(text)).toBe(printed)
})
