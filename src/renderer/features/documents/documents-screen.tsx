import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { DeadlineNotices } from '../../ui/deadline-notices.tsx'
import { Empty } from '../../ui/empty.tsx'
import { useTill } from '../../ui/engine.ts'
import { Icon } from '../../ui/icons.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { DocumentDetail } from './document-detail.tsx'
import { DocumentList, type ListHandle } from './document-list.tsx'
import { FilterPanel } from './filter-panel.tsx'
import { GroupChips } from './group-chips.tsx'
import { ListActions } from './list-actions.tsx'
import { askedFilters, extraFilters, type ListFilters, NO_FILTERS } from './list-filters.ts'
import { QueryDialog } from './query-dialog.tsx'
import './documents.css'
import './detail.css'
import './filters.css'
import './after.css'

export type DocumentsStart = {
  /** What the list begins with. */
  readonly filters: ListFilters
  readonly externalRef: string | null
}

type DocumentsScreenProps = {
  readonly start: DocumentsStart
  readonly backLabel: string
  /** Told whenever somebody changes them. */
  readonly onFilters: (filters: ListFilters) => void
  readonly onBack: () => void
  readonly onDay: () => void
  readonly onHelp: () => void
}

/** Every document of this till: where it stands, what was said of it, and what a person can do. */
export const DocumentsScreen = ({ start, backLabel, onFilters, onBack, onDay, onHelp }: DocumentsScreenProps) => {
  const text = useText()
  const [filters, setFilters] = useState(start.filters)
  const more = extraFilters(filters)
  const [isOpen, setOpen] = useState(more > 0)
  const [chosen, setChosen] = useState(start.externalRef)
  const [isQuerying, setQuerying] = useState(false)
  const [isEntering, setEntering] = useState(false)
  const onEntered = useCallback(() => setEntering(false), [])
  const asked = useMemo(() => askedFilters(filters), [filters])
  /** The gravest stands in the bar above. */
  const others = useTill()?.deadlines.slice(1) ?? []
  const search = useRef<HTMLInputElement>(null)
  const list = useRef<ListHandle>(null)
  useEffect(() => search.current?.focus(), [])
  useKeys([
    ['Escape', onBack],
    ['F9', onBack],
    ['F10', onDay],
    ['F1', onHelp],
    ['F2', () => search.current?.focus()],
  ])

  const change = (patch: Partial<ListFilters>) => {
    const next = { ...filters, ...patch }
    setFilters(next)
    onFilters(next)
  }
  const clear = () => change(NO_FILTERS)
  const choose = (externalRef: string) => {
    setEntering(false)
    setChosen(externalRef)
  }
  const onSearchKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    list.current?.enter()
  }

  return (
    <main className="documents">
      <header className="screen-head">
        <Button shortcut="Esc" onClick={onBack}>
          {backLabel}
        </Button>
        <h1>{text('documents.title')}</h1>
        <GroupChips group={filters.filter} onChoose={(filter) => change({ filter, state: '' })} />
        <Button icon="filter" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {more === 0 ? text('documents.more_filters') : text('documents.filtering', { count: more })}
        </Button>
        <Button icon="search" onClick={() => setQuerying(true)}>
          {text('query.open')}
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
          {isOpen && <FilterPanel filters={filters} onChange={change} onClear={clear} />}
          {!isOpen && others.length > 0 && (
            <section className="documents-deadlines" aria-label={text('deadline.list')}>
              <DeadlineNotices deadlines={others} />
            </section>
          )}
          {asked === null ? (
            <Empty icon="filter" title={text('documents.wrong_filter')} />
          ) : (
            <DocumentList
              handle={list}
              filters={asked}
              chosen={chosen}
              onChoose={choose}
              onOpen={() => setEntering(true)}
              onClear={() => {
                clear()
                search.current?.focus()
              }}
            />
          )}
          <ListActions filters={asked} />
        </section>
        <DocumentDetail
          key={chosen}
          externalRef={chosen}
          isEntering={isEntering}
          onEntered={onEntered}
          onSee={(externalRef) => {
            setChosen(externalRef)
            setEntering(true)
          }}
        />
      </div>
      {isQuerying && <QueryDialog onClose={() => setQuerying(false)} />}
    </main>
  )
}
