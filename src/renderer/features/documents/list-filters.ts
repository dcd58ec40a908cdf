import type { DocumentFilter, DocumentFilters } from '#contract/documents.ts'
import type { LocalDate } from '#domain/clock/local-time.ts'
import type { DocumentState } from '#domain/document/document-state.ts'
import type { DocumentType } from '#domain/document/document-type.ts'
import { readAmount } from './read-amount.ts'

/** What the screen filters by, as it stands in its fields. */
export type ListFilters = {
  readonly filter: DocumentFilter
  readonly state: DocumentState | ''
  readonly docType: DocumentType | ''
  readonly from: LocalDate | ''
  readonly to: LocalDate | ''
  readonly totalFrom: string
  readonly totalTo: string
  readonly text: string
}

export const NO_FILTERS: ListFilters = {
  filter: 'all',
  state: '',
  docType: '',
  from: '',
  to: '',
  totalFrom: '',
  totalTo: '',
  text: '',
}

/** The fields besides the group and the text that leave anything out. */
export const extraFilters = ({ state, docType, from, to, totalFrom, totalTo }: ListFilters): number =>
  [state, docType, from, to, totalFrom.trim(), totalTo.trim()].filter((field) => field !== '').length

const isUnread = (typed: string): boolean => typed.trim() !== '' && readAmount(typed) === null

export type WrongTotals = {
  readonly totalFrom: 'unread' | null
  readonly totalTo: 'unread' | 'below' | null
}

/** What is wrong with the amounts: no amount at all, or a range that holds none. */
export const wrongTotals = ({ totalFrom, totalTo }: ListFilters): WrongTotals => {
  const [from, to] = [readAmount(totalFrom), readAmount(totalTo)]
  const isBelow = from !== null && to !== null && to < from
  return {
    totalFrom: isUnread(totalFrom) ? 'unread' : null,
    totalTo: isUnread(totalTo) ? 'unread' : isBelow ? 'below' : null,
  }
}

/** As the engine is asked; null while an amount is wrong: to leave it out would find what nobody asked for. */
export const askedFilters = (filters: ListFilters): DocumentFilters | null => {
  const { filter, state, docType, from, to, text } = filters
  const wrong = wrongTotals(filters)
  if (wrong.totalFrom !== null || wrong.totalTo !== null) return null
  const [totalFrom, totalTo] = [readAmount(filters.totalFrom), readAmount(filters.totalTo)]
  return {
    filter,
    ...(state !== '' && { state }),
    ...(docType !== '' && { docType }),
    ...(from !== '' && { from }),
    ...(to !== '' && { to }),
    ...(totalFrom !== null && { totalFrom }),
    ...(totalTo !== null && { totalTo }),
    ...(text.trim() !== '' && { text: text.trim() }),
  }
}
