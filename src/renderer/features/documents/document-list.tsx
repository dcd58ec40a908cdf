import { useInfiniteQuery } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useDeferredValue, useEffect, useRef } from 'react'
import type { DocumentFilters } from '#contract/documents.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { useEngine, useTill } from '../../ui/engine.ts'
import { Notice } from '../../ui/notice.tsx'
import { useNow } from '../../ui/use-now.ts'
import { DocumentRow } from './document-row.tsx'

const ROW_PX = 72

type DocumentListProps = {
  readonly filters: DocumentFilters
  readonly chosen: string | null
  readonly onChoose: (externalRef: string) => void
}

const NothingFound = ({ filters, isSearching }: { filters: DocumentFilters; isSearching: boolean }) => {
  const text = useText()
  const { filter, text: sought, ...others } = filters
  if (isSearching) return <Empty icon="search" title={text('documents.searching')} />
  if (sought !== undefined) return <Empty icon="search" title={text('documents.empty_text', { text: sought })} />
  if (Object.keys(others).length > 0) return <Empty icon="filter" title={text('documents.empty_filtered')} />
  return (
    <Empty icon={filter === 'attention' ? 'check' : 'document'} title={text(`documents.empty_${filter}`)}>
      {text(`documents.empty_${filter}_detail`)}
    </Empty>
  )
}

/** Newest first; older pages are fetched as they come into sight, and only what is in sight is drawn. */
export const DocumentList = ({ filters, chosen, onChoose }: DocumentListProps) => {
  const text = useText()
  const now = useNow()
  const { queries } = useEngine()
  const scroller = useRef<HTMLDivElement>(null)
  const hours = useTill()?.contingencyHours
  const asked = useDeferredValue(filters)
  const list = useInfiniteQuery(
    queries.documents.list.infiniteOptions({
      input: (after: string | undefined) => ({ ...asked, ...(after !== undefined && { after }) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  )
  const documents = list.data?.pages.flatMap((page) => page.documents) ?? []
  const virtual = useVirtualizer({
    count: documents.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
  })
  const rows = virtual.getVirtualItems()
  const lastSeen = rows.at(-1)?.index ?? 0
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && lastSeen >= documents.length - 10) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, lastSeen, documents.length])

  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    const at = documents.findIndex(({ externalRef }) => externalRef === chosen)
    const next = documents[Math.max(0, Math.min(at + by, documents.length - 1))]
    if (next === undefined) return
    onChoose(next.externalRef)
    virtual.scrollToIndex(documents.indexOf(next))
  }

  if (list.isError)
    return (
      <Notice kind="error">
        {text('documents.failed')}
        <Button onClick={() => list.refetch()}>{text('common.retry')}</Button>
      </Notice>
    )
  if (list.data && documents.length === 0) return <NothingFound filters={asked} isSearching={hasNextPage} />
  return (
    <>
      <div className="document-columns" aria-hidden="true">
        <span>{text('documents.column_sale')}</span>
        <span>{text('documents.column_time')}</span>
        <span>{text('documents.column_state')}</span>
        <span>{text('documents.column_tries')}</span>
        <span>{text('documents.column_total')}</span>
      </div>
      <div ref={scroller} className="document-scroll" aria-busy={list.isPending}>
        <ul style={{ height: virtual.getTotalSize() }} aria-label={text('documents.list')} onKeyDown={onKeyDown}>
          {rows.map(({ index, start }) => {
            const document = documents[index]
            return (
              document && (
                <li key={document.externalRef} style={{ transform: `translateY(${start}px)` }}>
                  <DocumentRow
                    document={document}
                    now={now}
                    hours={hours}
                    isChosen={document.externalRef === chosen}
                    onChoose={() => onChoose(document.externalRef)}
                  />
                </li>
              )
            )
          })}
        </ul>
        {(list.isPending || isFetchingNextPage) && <p className="document-loading">{text('common.loading')}</p>}
      </div>
    </>
  )
}
