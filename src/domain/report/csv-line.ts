export type Cell = string | number | null

/** Excel takes a file without this mark for Latin-1. */
export const BYTE_ORDER_MARK = '\u{FEFF}'
/** A spreadsheet takes a text that begins so for a formula, and would run what somebody typed as a name. */
const FORMULA = /^[=+\-@\t\r]/
const QUOTED = /[",\r\n]/

const cellText = (cell: Cell): string => {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = FORMULA.test(cell) ? `'${cell}` : cell
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One record with its line's end. Source: RFC 4180. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(cellText).join(',')}\r\n`
