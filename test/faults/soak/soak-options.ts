import { parseArgs } from 'node:util'

export type SoakOptions = { readonly minutes: number; readonly seed: number }

const isAbove = (value: number, least: number): boolean => Number.isFinite(value) && value > least

/** `--minutes N`, 10 unless told, and `--seed N`, any unless told; or what is wrong with them. */
export const soakOptions = (args: readonly string[]): SoakOptions | string => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        minutes: { type: 'string', default: '10' },
        seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      },
    })
    const minutes = values.minutes.trim() === '' ? Number.NaN : Number(values.minutes)
    const seed = Number(values.seed)
    if (!isAbove(minutes, 0)) return `--minutes ${values.minutes}: not a number above 0`
    if (!Number.isInteger(seed)) return `--seed ${values.seed}: not a whole number`
    return { minutes, seed }
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause)
  }
}
