import type { DocumentFilter, DocumentFilters } from '#contract/documents.ts'
import type { LocalDate } from '#domain/clock/local-time.ts'
import type { DocumentState } from '#domain/document/document-state.ts'
import { parseDecimal } from '#domain/money/decimal.ts'

/** What the screen filters by, as it stands in its fields. */
export type ListFilters = {
  readonly filter: DocumentFilter
  readonly state: DocumentState | ''
  readonly from: LocalDate | ''
  readonly to: LocalDate | ''
  readonly total: string
  readonly text: string
}

export const NO_FILTERS: ListFilters = { filter: 'all', state: '', from: '', to: '', total: '', text: '' }

/** What "$1,234.50" says in cents; null where it is no amount. */
export const totalOf = (typed: string): number | null => parseDecimal(typed.replaceAll(/[$,\s]/g, ''), 2)

/** The fields besides the group and the text that leave anything out. */
export const extraFilters = ({ state, from, to, total }: ListFilters): number =>
  [state, from, to, total.trim()].filter((field) => field !== '').length

/** As the engine is asked; an amount that is none yet leaves nothing out. */
export const askedFilters = ({ filter, state, from, to, total, text }: ListFilters): DocumentFilters => {
  const cents = totalOf(total)
  return {
    filter,
    ...(state !== '' && { state }),
    ...(from !== '' && { from }),
    ...(to !== '' && { to }),
    ...(cents !== null && { total: cents }),
    ...(text.trim() !== '' && { text: text.trim() }),
  }
}
