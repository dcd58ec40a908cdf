import type { Connection } from './open-database.ts'
import { IN_RANGE, NEWEST, type Range, type Walk } from './walk.ts'

const BY_CUSTOMER = `
  SELECT rowid AS id, rowid AS key FROM document_search WHERE document_search MATCH :match AND rowid BETWEEN :low AND :high
   ORDER BY rowid DESC LIMIT :most`
const IS_CALLED = 'SELECT 1 FROM document_search WHERE document_search MATCH :match LIMIT 1'
const BY_DIGITS = `
  SELECT id, id AS key FROM (
    SELECT document_id AS id FROM fiscal_document WHERE sale_number = :number AND ${IN_RANGE}
    UNION
    SELECT document_id FROM fiscal_document
     WHERE control_number <> '' AND substr(control_number, -15) = :running AND ${IN_RANGE}
    UNION
    SELECT rowid FROM document_search WHERE document_search MATCH :match AND rowid BETWEEN :low AND :high
    ${NEWEST})`
const HAS_PART = 'SELECT 1 FROM fiscal_document WHERE sale_number = :number AND instr(external_ref, :part) LIMIT 1'
const BY_PART = `
  SELECT document_id AS id, document_id AS key FROM fiscal_document
   WHERE sale_number = :number AND instr(external_ref, :part) AND ${IN_RANGE} ${NEWEST}`

const beginsWith = (column: string): string => `${column} >= :start AND ${column} < :end`
const BEGINNINGS = {
  external_ref: beginsWith('external_ref'),
  control_number: `control_number <> '' AND ${beginsWith('control_number')}`,
} as const
type Column = keyof typeof BEGINNINGS
const COLUMNS = ['external_ref', 'control_number'] as const

const byBeginning = (column: Column): string => `
  SELECT document_id AS id, ${column} AS key FROM fiscal_document WHERE ${BEGINNINGS[column]} ORDER BY ${column} DESC LIMIT :most`

/** Sorts after everything that begins with the text before it. */
const END = '\u{10FFFF}'
const DIGITS = /^\d+$/
const RUNNING_DIGITS = 15
/** "T01", "C01-", "DTE-01": what no name looks like. */
const CODE = /-|^(?=.*\d)(?=.*\p{L})[\p{L}\d]+$/u
const WORD = /^\p{L}+$/u
/** A ref's running number, with or without the tag after it. */
const RUNNING_IN_REF = /(\d{6,})(?:-[A-Z0-9]{2,5})?$/

/** Every word as a beginning, quoted so that nothing typed is an operator of the search. */
const matchOf = (text: string): string =>
  text
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => `"${word}"*`)
    .join(' ')

/** A document's number is found as it is written, too, dashes and all. */
const customerMatch = (text: string): string =>
  matchOf(DIGITS.test(text.replaceAll('-', '')) ? text.replaceAll('-', '') : text)

/** Ways to what was typed. */
export const textWalks = (connection: Connection) => {
  const isCalled = connection.prepare(IS_CALLED)
  const hasPart = connection.prepare(HAS_PART)
  const isBegun = {
    external_ref: connection.prepare(`SELECT 1 FROM fiscal_document WHERE ${BEGINNINGS.external_ref} LIMIT 1`),
    control_number: connection.prepare(`SELECT 1 FROM fiscal_document WHERE ${BEGINNINGS.control_number} LIMIT 1`),
  }

  const byDigits = (text: string, range: Range): Walk => {
    const running = text.padStart(RUNNING_DIGITS, '0')
    const parameters = { number: Number(text), running, match: `number : "${text}"`, ...range }
    return { sql: BY_DIGITS, parameters, isExact: false }
  }

  const byBegun = (start: string, after: string | null): Walk | null => {
    const column = COLUMNS.find((each) => isBegun[each].get({ start, end: start + END }) !== undefined)
    if (column === undefined) return null
    return { sql: byBeginning(column), parameters: { start, end: after ?? start + END }, isExact: false }
  }

  const byPart = (part: string, range: Range): Walk | null => {
    const running = RUNNING_IN_REF.exec(part)?.[1]
    if (running === undefined) return null
    const sought = { number: Number(running), part }
    return hasPart.get(sought) === undefined
      ? null
      : { sql: BY_PART, parameters: { ...sought, ...range }, isExact: false }
  }

  const byCustomer = (match: string, range: Range): Walk | null =>
    match === '' ? null : { sql: BY_CUSTOMER, parameters: { match, ...range }, isExact: false }

  return (text: string, range: Range, after: string | null): Walk | null => {
    if (DIGITS.test(text)) return byDigits(text, range)
    const code = text.toUpperCase()
    const match = customerMatch(text)
    const ofRef = CODE.test(text) ? (byBegun(code, after) ?? byPart(code, range)) : null
    if (ofRef !== null) return ofRef
    const isNobody = WORD.test(text) && isCalled.get({ match }) === undefined
    return (isNobody ? byBegun(code, after) : null) ?? byCustomer(match, range)
  }
}
