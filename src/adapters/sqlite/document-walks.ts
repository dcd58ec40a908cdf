import { z } from 'zod'
import type { DocumentFilters } from '#application/ports/document-list.ts'
import { DOCUMENT_STATES, type DocumentState } from '#domain/document/document-state.ts'
import { textWalks } from './document-text-walks.ts'
import type { Connection } from './open-database.ts'
import { EVERYTHING, IN_RANGE, NEWEST, type Range, type Walk } from './walk.ts'

const RANGE_OF_DATES = `
  SELECT min(first_document) AS low, max(last_document) AS high FROM business_day WHERE business_date BETWEEN :from AND :to`
const BY_NUMBER = `SELECT document_id AS id, document_id AS key FROM fiscal_document WHERE ${IN_RANGE} ${NEWEST}`

/** So many of an amount's index are sorted for a page; where there are more, the newest documents are looked through instead. */
const FEW = 5_000
const OF_TOTALS = 'FROM fiscal_document INDEXED BY document_by_total WHERE total_cents BETWEEN :totalFrom AND :totalTo'
const COUNT_TOTALS = `SELECT count(*) FROM (SELECT 1 ${OF_TOTALS} LIMIT ${FEW + 1})`
const BY_FEW_TOTALS = `SELECT document_id AS id, document_id AS key ${OF_TOTALS} AND ${IN_RANGE} ${NEWEST}`

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

const LAST_DATE = '9999-12-31'
const DIGITS = /^\d+$/

export const documentWalks = (connection: Connection) => {
  const rangeOfDates = connection.prepare(RANGE_OF_DATES)
  const countTotals = connection.prepare(COUNT_TOTALS).pluck()
  const byText = textWalks(connection)

  const rangeOf = ({ from, to }: DocumentFilters): Range | null => {
    if (from === null && to === null) return EVERYTHING
    const found = z
      .object({ low: z.int().nullable(), high: z.int().nullable() })
      .parse(rangeOfDates.get({ from: from ?? '', to: to ?? LAST_DATE }))
    return found.low === null || found.high === null ? null : { low: found.low, high: found.high }
  }

  const byState = (states: readonly DocumentState[], range: Range): Walk => {
    const isEvery = DOCUMENT_STATES.every((state) => states.includes(state))
    return { sql: isEvery ? BY_NUMBER : byStates(states, false), parameters: range, isExact: true }
  }

  /** One amount has its own walk in each state; of a range only few can be put in order. */
  const byTotal = ({ states, totalFrom, totalTo }: DocumentFilters, range: Range): Walk => {
    if (totalFrom === totalTo && totalFrom !== null)
      return { sql: byStates(states, true), parameters: { ...range, total: totalFrom }, isExact: true }
    const totals = { totalFrom: totalFrom ?? 0, totalTo: totalTo ?? Number.MAX_SAFE_INTEGER }
    const isFew = z.int().parse(countTotals.get(totals)) <= FEW
    return isFew
      ? { sql: BY_FEW_TOTALS, parameters: { ...range, ...totals }, isExact: false }
      : { ...byState(states, range), isExact: false }
  }

  /** The walk that a query takes up after `after`; null where nothing can be found. */
  return (filters: DocumentFilters, after: string | null): Walk | null => {
    const { states, totalFrom, totalTo, text } = filters
    const dates = rangeOf(filters)
    if (dates === null || states.length === 0) return null
    const isNumber = after !== null && DIGITS.test(after)
    const range = isNumber ? { ...dates, high: Math.min(dates.high, Number(after) - 1) } : dates
    if (text !== null) return byText(text, range, after)
    return totalFrom === null && totalTo === null ? byState(states, range) : byTotal(filters, range)
  }
}
