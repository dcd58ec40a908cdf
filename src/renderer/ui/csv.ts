import { BYTE_ORDER_MARK } from '#domain/report/csv-line.ts'

export { type Cell, csvLine } from '#domain/report/csv-line.ts'

/** A whole file from its records: UTF-8 with the byte order mark. */
export const csvFile = (parts: readonly string[]): Blob =>
  new Blob([BYTE_ORDER_MARK, ...parts], { type: 'text/csv;charset=utf-8' })
