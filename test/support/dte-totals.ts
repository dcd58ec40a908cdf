import type { z } from 'zod'

/** One item in numbers: what it comes to, and how. */
export type ItemNumbers = {
  readonly cantidad: number
  readonly precioUni: number
  readonly montoDescu: number
  readonly amount: number
}

/** One sum of a document: what is written, and what it must be within a cent. */
export type Sum = readonly [name: string, written: number, expected: number]

/** A cent, and what a binary fraction may add to it. */
const TOLERANCE = 0.01 + 1e-9

export const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)

/** Each item is quantity × price − discount. */
export const itemSums = (items: readonly ItemNumbers[]): readonly Sum[] =>
  items.map(({ cantidad, precioUni, montoDescu, amount }, index) => [
    `cuerpoDocumento.${index}`,
    amount,
    cantidad * precioUni - montoDescu,
  ])

/** The totals that every type has in other words: taxed or bought, discounted. */
export const totalSums = (items: readonly ItemNumbers[], taxed: number, discount: number): readonly Sum[] => [
  ['sum of the items', taxed, sumOf(items.map(({ amount }) => amount))],
  ['totalDescu', discount, sumOf(items.map(({ montoDescu }) => montoDescu))],
]

const HUNDREDTHS = /(\d{2})\/100 DÓLARES$/

/** The words end in the cents of the amount that they spell. */
export const spells = (words: string, amount: number): Sum => [
  'totalLetras',
  Number(HUNDREDTHS.exec(words)?.[1] ?? Number.NaN),
  Math.round(amount * 100) % 100,
]

/** Refines a schema by what has to add up in its value. */
export const addsUp =
  <T>(sums: (value: T) => readonly Sum[]) =>
  (value: T, context: z.core.$RefinementCtx<T>): void => {
    for (const [name, written, expected] of sums(value))
      if (!(Math.abs(written - expected) <= TOLERANCE))
        context.addIssue({ code: 'custom', message: `${name} is ${written}, expected ${expected}` })
  }
