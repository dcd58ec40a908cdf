export type Cell = string | number | null

/** Excel takes a file without this mark for Latin-1. */
export const BYTE_ORDER_MARK = '\u{FEFF}'
/** A spreadsheet takes a text that begins so for a formula, and would run what somebody typed as a name. */
const FORMULA = /^[=+\-@\t\r]/
/** An amount below 0 runs nothing, and must stay a number: a spreadsheet adds it up with the others. */
const AMOUNT = /^-\d+\.\d{2}$/
const QUOTED = /[",\r\n]/

const cellText = (cell: Cell): string => {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = FORMULA.test(cell) && !AMOUNT.test(cell) ? `'${cell}` : cell
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One record with its line's end. Source: RFC 4180. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(cellText).join(',')}\r\n`
