import type { Cents } from '../money/decimal.ts'

const SMALL = (
  'CERO UNO DOS TRES CUATRO CINCO SEIS SIETE OCHO NUEVE DIEZ ONCE DOCE TRECE CATORCE QUINCE DIECISÉIS DIECISIETE DIECIOCHO ' +
  'DIECINUEVE VEINTE VEINTIUNO VEINTIDÓS VEINTITRÉS VEINTICUATRO VEINTICINCO VEINTISÉIS VEINTISIETE VEINTIOCHO VEINTINUEVE'
).split(' ')
const TENS = ['', '', '', 'TREINTA', 'CUARENTA', 'CINCUENTA', 'SESENTA', 'SETENTA', 'OCHENTA', 'NOVENTA']
const HUNDREDS =
  ' CIENTO DOSCIENTOS TRESCIENTOS CUATROCIENTOS QUINIENTOS SEISCIENTOS SETECIENTOS OCHOCIENTOS NOVECIENTOS'.split(' ')

const belowHundred = (number: number): string => {
  if (number < 30) return SMALL[number] ?? ''
  const tens = TENS[(number / 10) | 0] ?? ''
  return number % 10 === 0 ? tens : `${tens} Y ${SMALL[number % 10]}`
}

const belowThousand = (number: number): string => {
  if (number === 100) return 'CIEN'
  const hundreds = HUNDREDS[(number / 100) | 0] ?? ''
  const rest = number % 100
  if (hundreds === '') return belowHundred(rest)
  return rest === 0 ? hundreds : `${hundreds} ${belowHundred(rest)}`
}

/** Before "mil" and "millones" the one is shortened: veintiún mil, treinta y un millones. */
const shortened = (words: string): string => words.replace(/VEINTIUNO$/, 'VEINTIÚN').replace(/UNO$/, 'UN')

const counted = (number: number, one: string, many: string): string => {
  if (number === 0) return ''
  return number === 1 ? one : `${shortened(belowThousand(number))} ${many}`
}

/**
 * An amount as fiscal papers spell it: 123456 → "MIL DOSCIENTOS TREINTA Y CUATRO 56/100 DÓLARES". `cents` is 0 to 99,999,999,999
 * ($999,999,999.99).
 */
export const amountInWords = (cents: Cents): string => {
  const dollars = (cents - (cents % 100)) / 100
  const parts = [
    counted((dollars / 1_000_000) | 0, 'UN MILLÓN', 'MILLONES'),
    counted(((dollars / 1000) | 0) % 1000, 'MIL', 'MIL'),
    dollars % 1000 === 0 && dollars > 0 ? '' : belowThousand(dollars % 1000),
  ]
  return `${parts.filter(Boolean).join(' ')} ${String(cents % 100).padStart(2, '0')}/100 DÓLARES`
}
