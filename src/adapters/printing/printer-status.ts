import type { PrintFailureCode } from '#application/ports/printing.ts'

/** What DLE EOT n asks: 1 the printer, 2 why it is offline, 4 the paper sensors (Epson's ESC/POS reference). */
export const STATUS_QUESTIONS = [1, 2, 4] as const
export type StatusQuestion = (typeof STATUS_QUESTIONS)[number]

export const statusQuestion = (question: StatusQuestion): Uint8Array => Uint8Array.of(0x10, 0x04, question)

/** A status byte is told from anything else that a printer may send by its fixed bits: 0xx1xx10. */
export const isStatusByte = (byte: number): boolean => (byte & 0x93) === 0x12

export type Trouble = { readonly code: PrintFailureCode; readonly detail: string }

const COVER_OPEN: Trouble = { code: 'printer_cover_open', detail: 'the cover is open' }
const OUT_OF_PAPER: Trouble = { code: 'printer_out_of_paper', detail: 'there is no paper' }
const ERROR: Trouble = { code: 'printer_not_ready', detail: 'the printer reports an error' }
const OFFLINE: Trouble = { code: 'printer_not_ready', detail: 'the printer is offline' }

/** Question, bit, what it means: the likeliest cause first. */
const MEANINGS: readonly (readonly [StatusQuestion, number, Trouble])[] = [
  [2, 0x04, COVER_OPEN],
  [4, 0x60, OUT_OF_PAPER],
  [2, 0x20, OUT_OF_PAPER],
  [2, 0x40, ERROR],
  [1, 0x08, OFFLINE],
]

/** What keeps the printer from printing, by its answers so far; null for nothing. */
export const troubleIn = (answers: ReadonlyMap<StatusQuestion, number>): Trouble | null =>
  MEANINGS.find(([question, bit]) => ((answers.get(question) ?? 0) & bit) !== 0)?.[2] ?? null
