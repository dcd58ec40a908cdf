import { expect, test } from 'vitest'
import { amountInWords } from '#domain/ticket/amount-in-words.ts'

test.each([
  [0, 'CERO 00/100'],
  [56, 'CERO 56/100'],
  [100, 'UNO 00/100'],
  [1600, 'DIECISÉIS 00/100'],
  [2100, 'VEINTIUNO 00/100'],
  [2205, 'VEINTIDÓS 05/100'],
  [3000, 'TREINTA 00/100'],
  [3100, 'TREINTA Y UNO 00/100'],
  [10_000, 'CIEN 00/100'],
  [10_100, 'CIENTO UNO 00/100'],
  [50_050, 'QUINIENTOS 50/100'],
  [99_999, 'NOVECIENTOS NOVENTA Y NUEVE 99/100'],
  [100_000, 'MIL 00/100'],
  [100_100, 'MIL UNO 00/100'],
  [123_456, 'MIL DOSCIENTOS TREINTA Y CUATRO 56/100'],
  [2_100_000, 'VEINTIÚN MIL 00/100'],
  [3_100_000, 'TREINTA Y UN MIL 00/100'],
  [10_000_000, 'CIEN MIL 00/100'],
  [12_100_100, 'CIENTO VEINTIÚN MIL UNO 00/100'],
  [100_000_000, 'UN MILLÓN 00/100'],
  [100_000_100, 'UN MILLÓN UNO 00/100'],
  [2_100_000_000, 'VEINTIÚN MILLONES 00/100'],
  [
    99_999_999_999,
    'NOVECIENTOS NOVENTA Y NUEVE MILLONES NOVECIENTOS NOVENTA Y NUEVE MIL NOVECIENTOS NOVENTA Y NUEVE 99/100',
  ],
])('%i cents are %s DÓLARES', (cents, words) => {
  expect(amountInWords(cents)).toBe(`${words} DÓLARES`)
})
