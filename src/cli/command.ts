import type { Refusal } from '#domain/result/refusal.ts'

/** What a command came to: its value for `--json`, its words for a person, and whether it was refused. */
export type Done = {
  readonly kind: 'done' | 'refused'
  readonly value: unknown
  /** Lines for a person; not shown with `--json`. */
  readonly text: readonly string[]
}

/** Wrong usage: nothing was tried. */
export class UsageError extends Error {}

export const done = (value: unknown, text: readonly string[]): Done => ({ kind: 'done', value, text })

export const refused = (error: Refusal, text: readonly string[] = [], rest: object = {}): Done => ({
  kind: 'refused',
  value: { ...rest, error },
  text: [...text, `Rechazado: ${sentence(error)}`],
})

/** A refusal in one line: its code, where it is, and its numbers. */
const sentence = ({ code, field, params }: Refusal): string =>
  [code, field && `en ${field}`, params && JSON.stringify(params)].filter(Boolean).join(' ')
