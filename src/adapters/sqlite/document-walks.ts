import { z } from 'zod'
import type { DocumentFilters } from '#application/ports/document-list.ts'
import { DOCUMENT_STATES, type DocumentState } from '#domain/document/document-state.ts'
import type { Connection } from './open-database.ts'

/** One way through the documents, newest first: its rows are `id`, and `key`, what the walk can be taken up after. */
export type Walk = {
  readonly sql: string
  readonly parameters: Readonly<Record<string, string | number>>
  /** Whether all that the walk finds is what was asked for, but for the date. */
  readonly isExact: boolean
}

/** Document numbers among which the dates asked for lie. */
type Range = { readonly low: number; readonly high: number }

const EVERYTHING: Range = { low: 0, high: Number.MAX_SAFE_INTEGER }
const IN_RANGE = 'document_id BETWEEN :low AND :high'
const NEWEST = 'ORDER BY id DESC LIMIT :most'

const RANGE_OF_DATES = `
  SELECT min(first_document) AS low, max(last_document) AS high FROM business_day WHERE business_date BETWEEN :from AND :to`
const BY_NUMBER = `SELECT document_id AS id, document_id AS key FROM fiscal_document WHERE ${IN_RANGE} ${NEWEST}`
const BY_CUSTOMER = `
  SELECT rowid AS id, rowid AS key FROM document_search WHERE document_search MATCH :match AND rowid BETWEEN :low AND :high
   ORDER BY rowid DESC LIMIT :most`
const BY_DIGITS = `
  SELECT id, id AS key FROM (
    SELECT document_id AS id FROM fiscal_document WHERE sale_number = :number AND ${IN_RANGE}
    UNION
    SELECT document_id FROM fiscal_document
     WHERE control_number <> '' AND substr(control_number, -15) = :running AND ${IN_RANGE}
    UNION
    SELECT rowid FROM document_search WHERE document_search MATCH :match AND rowid BETWEEN :low AND :high
    ${NEWEST})`

const beginsWith = (column: string): string => `${column} >= :start AND ${column} < :end`
const BEGINNINGS = {
  external_ref: beginsWith('external_ref'),
  control_number: `control_number <> '' AND ${beginsWith('control_number')}`,
} as const
type Column = keyof typeof BEGINNINGS

const byBeginning = (column: Column): string => `
  SELECT document_id AS id, ${column} AS key FROM fiscal_document WHERE ${BEGINNINGS[column]} ORDER BY ${column} DESC LIMIT :most`

/** Each state's own walk, merged: none is sorted. */
const byStates = (states: readonly DocumentState[], hasTotal: boolean): string =>
  [
    states
      .map(
        (state) =>
          `SELECT document_id AS id, document_id AS key FROM fiscal_document
            WHERE state = '${state}' ${hasTotal ? 'AND total_cents = :total' : ''} AND ${IN_RANGE}`,
      )
      .join(' UNION ALL '),
    NEWEST,
  ].join(' ')

/** Sorts after everything that begins with the text before it. */
const END = '\u{10FFFF}'
const DIGITS = /^\d+$/
const RUNNING_DIGITS = 15

/** Every word as a beginning, quoted so that nothing typed is an operator of the search. */
const matchOf = (text: string): string =>
  text
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => `"${word}"*`)
    .join(' ')

export const documentWalks = (connection: Connection) => {
  const rangeOfDates = connection.prepare(RANGE_OF_DATES)
  const isBegun = {
    external_ref: connection.prepare(`SELECT 1 FROM fiscal_document WHERE ${BEGINNINGS.external_ref} LIMIT 1`),
    control_number: connection.prepare(`SELECT 1 FROM fiscal_document WHERE ${BEGINNINGS.control_number} LIMIT 1`),
  }

  const rangeOf = ({ from, to }: DocumentFilters): Range | null => {
    if (from === null && to === null) return EVERYTHING
    const found = z
      .object({ low: z.int().nullable(), high: z.int().nullable() })
      .parse(rangeOfDates.get({ from: from ?? '', to: to ?? END }))
    return found.low === null || found.high === null ? null : { low: found.low, high: found.high }
  }

  const begun = (start: string): Column | null => {
    const columns = ['external_ref', 'control_number'] as const
    return columns.find((column) => isBegun[column].get({ start, end: start + END }) !== undefined) ?? null
  }

  /** By customer: a document's number as it is written, too, dashes and all. */
  const byCustomer = (text: string, range: Range): Walk | null => {
    const match = matchOf(DIGITS.test(text.replaceAll('-', '')) ? text.replaceAll('-', '') : text)
    return match === '' ? null : { sql: BY_CUSTOMER, parameters: { match, ...range }, isExact: false }
  }

  const byText = (text: string, range: Range, after: string | null): Walk | null => {
    if (DIGITS.test(text)) {
      const parameters = {
        number: Number(text),
        running: text.padStart(RUNNING_DIGITS, '0'),
        match: `number : "${text}"`,
        ...range,
      }
      return { sql: BY_DIGITS, parameters, isExact: false }
    }
    const start = text.toUpperCase()
    const column = text.includes('-') ? begun(start) : null
    if (column === null) return byCustomer(text, range)
    return { sql: byBeginning(column), parameters: { start, end: after ?? start + END }, isExact: false }
  }

  /** The walk that a query takes up after `after`; null where nothing can be found. */
  return (filters: DocumentFilters, after: string | null): Walk | null => {
    const { states, total, text } = filters
    const dates = rangeOf(filters)
    if (dates === null || states.length === 0) return null
    const isNumber = after !== null && DIGITS.test(after)
    const range = isNumber ? { ...dates, high: Math.min(dates.high, Number(after) - 1) } : dates
    if (text !== null) return byText(text, range, after)
    const isEvery = DOCUMENT_STATES.every((state) => states.includes(state))
    if (isEvery && total === null) return { sql: BY_NUMBER, parameters: range, isExact: true }
    return {
      sql: byStates(states, total !== null),
      parameters: { ...range, ...(total !== null && { total }) },
      isExact: true,
    }
  }
}
