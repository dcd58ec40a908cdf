import type { LocalDate } from '../clock/local-time.ts'

/** Store and till codes: up to eight capital letters and digits. */
export const CODE_PATTERN = /^[A-Z0-9]{1,8}$/

export type RefParts = {
  readonly store: string
  readonly till: string
  readonly date: LocalDate
  /** The till's running number, never reset. */
  readonly number: number
  /** Made at installation, so that a till whose disk was replaced cannot meet its own past. */
  readonly tag: string
}

/** Our key for a document: "T01-C01-20261122-000042-7QK3F". Made and stored before the first try, the same in every try. */
export const externalRef = ({ store, till, date, number, tag }: RefParts): string =>
  [store, till, date.replaceAll('-', ''), String(number).padStart(6, '0'), tag].join('-')
