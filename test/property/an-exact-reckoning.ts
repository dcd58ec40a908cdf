/** An exact fraction. The oracle's only number: nothing of it is ever rounded but where it says so. */
export type Rational = { readonly over: bigint; readonly under: bigint }

export const whole = (value: bigint | number): Rational => ({ over: BigInt(value), under: 1n })

/** What a number of the wire says, digit for digit. */
export const decimal = (value: number): Rational => {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(String(value))
  if (!match) throw new Error(`not a plain decimal: ${value}`)
  const fraction = match[2] ?? ''
  return { over: BigInt(`${match[1]}${fraction}`), under: 10n ** BigInt(fraction.length) }
}

export const times = (one: Rational, other: Rational): Rational => ({
  over: one.over * other.over,
  under: one.under * other.under,
})

export const plus = (one: Rational, other: Rational): Rational => ({
  over: one.over * other.under + other.over * one.under,
  under: one.under * other.under,
})

/** Half up, to so many decimals; none of what is rounded here is negative. */
export const toDecimals = ({ over, under }: Rational, decimals: number): Rational => {
  const scale = 10n ** BigInt(decimals)
  return { over: (2n * over * scale + under) / (2n * under), under: scale }
}

/** Half up, in cents. */
export const toCents = (dollars: Rational): number => Number(toDecimals(dollars, 2).over)
