const UP_TO_29 = (
  'CERO UN DOS TRES CUATRO CINCO SEIS SIETE OCHO NUEVE DIEZ ONCE DOCE TRECE CATORCE QUINCE DIECISÉIS DIECISIETE ' +
  'DIECIOCHO DIECINUEVE VEINTE VEINTIÚN VEINTIDÓS VEINTITRÉS VEINTICUATRO VEINTICINCO VEINTISÉIS VEINTISIETE ' +
  'VEINTIOCHO VEINTINUEVE'
).split(' ')
const TENS = ['', '', '', 'TREINTA', 'CUARENTA', 'CINCUENTA', 'SESENTA', 'SETENTA', 'OCHENTA', 'NOVENTA']
const HUNDREDS =
  '- CIENTO DOSCIENTOS TRESCIENTOS CUATROCIENTOS QUINIENTOS SEISCIENTOS SETECIENTOS OCHOCIENTOS NOVECIENTOS'.split(' ')

const belowHundred = (value: number): string => {
  if (value < 30) return UP_TO_29[value] ?? ''
  const units = value % 10
  return `${TENS[Math.floor(value / 10)]}${units === 0 ? '' : ` Y ${UP_TO_29[units]}`}`
}

const belowThousand = (value: number): string => {
  if (value === 100) return 'CIEN'
  if (value < 100) return belowHundred(value)
  const rest = value % 100
  return `${HUNDREDS[Math.floor(value / 100)]}${rest === 0 ? '' : ` ${belowHundred(rest)}`}`
}

const joined = (head: string, rest: bigint): string => (rest === 0n ? head : `${head} ${words(rest)}`)

const words = (value: bigint): string => {
  if (value < 1_000n) return belowThousand(Number(value))
  if (value < 1_000_000n) {
    const thousands = value / 1_000n
    return joined(thousands === 1n ? 'MIL' : `${words(thousands)} MIL`, value % 1_000n)
  }
  const millions = value / 1_000_000n
  return joined(millions === 1n ? 'UN MILLÓN' : `${words(millions)} MILLONES`, value % 1_000_000n)
}

/** Cents as MH's documents spell them: 1100n is 'ONCE 00/100 DÓLARES'. */
export const amountInWords = (cents: bigint): string =>
  `${words(cents / 100n)} ${(cents % 100n).toString().padStart(2, '0')}/100 DÓLARES`
