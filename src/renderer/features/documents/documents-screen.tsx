import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type DocumentFilter, documentFilter } from '#contract/documents.ts'
import type { DocumentState } from '#domain/document/document-state.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { DeadlineNotices } from '../../ui/deadline-notices.tsx'
import { useEngine, useTill } from '../../ui/engine.ts'
import { Icon } from '../../ui/icons.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { DocumentDetail } from './document-detail.tsx'
import { DocumentList, type ListHandle } from './document-list.tsx'
import { FilterPanel } from './filter-panel.tsx'
import { ListActions } from './list-actions.tsx'
import { askedFilters, extraFilters, type ListFilters, NO_FILTERS } from './list-filters.ts'
import './documents.css'
import './detail.css'

export type DocumentsStart = {
  readonly filter: DocumentFilter
  readonly externalRef: string | null
  /** What else the list begins with. */
  readonly also?: Partial<Pick<ListFilters, 'state' | 'from' | 'to'>>
}

type DocumentsScreenProps = {
  readonly start: DocumentsStart
  readonly onBack: () => void
  readonly onDay: () => void
  readonly onHelp: () => void
}

/** How many are in a group that should be empty; the others are not counted. */
const countOf = (filter: DocumentFilter, counts: Readonly<Record<DocumentState, number>> | undefined): number => {
  if (counts === undefined) return 0
  if (filter === 'waiting') return counts.pending + counts.unknown + counts.contingency + counts.cancelling
  return filter === 'attention' ? counts.rejected + counts.refused + counts.alarm : 0
}

/** Every document of this till: where it stands, what was said of it, and what a person can do. */
export const DocumentsScreen = ({ start, onBack, onDay, onHelp }: DocumentsScreenProps) => {
  const text = useText()
  const till = useTill()
  const { queries } = useEngine()
  const counts = useQuery(queries.documents.counts.queryOptions()).data
  const [filters, setFilters] = useState<ListFilters>({ ...NO_FILTERS, filter: start.filter, ...start.also })
  const [isOpen, setOpen] = useState(start.also !== undefined)
  const [chosen, setChosen] = useState(start.externalRef)
  const change = (patch: Partial<ListFilters>) => setFilters((before) => ({ ...before, ...patch }))
  const asked = useMemo(() => askedFilters(filters), [filters])
  /** The gravest stands in the bar above. */
  const others = till?.deadlines.slice(1) ?? []
  const groups = documentFilter.options.filter((each) => each !== 'unissued' || filters.filter === each)
  const more = extraFilters(filters)
  const search = useRef<HTMLInputElement>(null)
  const list = useRef<ListHandle>(null)
  const [isEntering, setEntering] = useState(false)
  const onEntered = useCallback(() => setEntering(false), [])
  useEffect(() => search.current?.focus(), [])
  const choose = (externalRef: string) => {
    setEntering(false)
    setChosen(externalRef)
  }
  const onSearchKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    list.current?.enter()
  }
  useKeys([
    ['Escape', onBack],
    ['F9', onBack],
    ['F10', onDay],
    ['F1', onHelp],
    ['F2', () => search.current?.focus()],
  ])

  return (
    <main className="documents">
      <header className="screen-head">
        <Button shortcut="Esc" onClick={onBack}>
          {text('common.back_to_sale')}
        </Button>
        <h1>{text('documents.title')}</h1>
        <fieldset className="chips" aria-label={text('documents.filters')}>
          {groups.map((filter) => (
            <Button key={filter} aria-pressed={filters.filter === filter} onClick={() => change({ filter })}>
              {text(`documents.${filter}`)}
              {countOf(filter, counts) > 0 && <span className="count">{countOf(filter, counts)}</span>}
            </Button>
          ))}
        </fieldset>
        <Button icon="filter" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {more === 0 ? text('documents.more_filters') : text('documents.filtering', { count: more })}
        </Button>
      </header>
      <div className="documents-body">
        <section className="documents-left" aria-label={text('documents.list')}>
          <div className="documents-search">
            <Icon name="search" />
            <input
              ref={search}
              type="search"
              aria-label={text('documents.search')}
              aria-keyshortcuts="F2"
              placeholder={text('documents.search_by')}
              maxLength={100}
              value={filters.text}
              onChange={(event) => change({ text: event.target.value })}
              onKeyDown={onSearchKey}
            />
            <span className="shortcut" aria-hidden="true" data-key="F2" />
          </div>
          {isOpen && <FilterPanel filters={filters} onChange={change} />}
          {!isOpen && others.length > 0 && (
            <section className="documents-deadlines" aria-label={text('deadline.list')}>
              <DeadlineNotices deadlines={others} />
            </section>
          )}
          <DocumentList
            handle={list}
            filters={asked}
            chosen={chosen}
            onChoose={choose}
            onOpen={() => setEntering(true)}
            onClear={() => setFilters(NO_FILTERS)}
          />
          <ListActions filters={asked} />
        </section>
        <DocumentDetail key={chosen} externalRef={chosen} isEntering={isEntering} onEntered={onEntered} />
      </div>
    </main>
  )
}
