import { useInfiniteQuery } from '@tanstack/react-query'
import { type RefObject, useDeferredValue, useEffect, useImperativeHandle, useRef } from 'react'
import type { DocumentFilters } from '#contract/documents.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { useEngine, useTill } from '../../ui/engine.ts'
import { Notice } from '../../ui/notice.tsx'
import { useNow } from '../../ui/use-now.ts'
import { DocumentRow } from './document-row.tsx'
import { NothingFound } from './nothing-found.tsx'
import { restsByOriginal } from './return-half.ts'
import { useRowKeys } from './use-row-keys.ts'

/** So many rows before the last the next page is asked for. */
const AHEAD = 10

/** What the screen around may ask of the list. */
export type ListHandle = { readonly enter: () => void }

type DocumentListProps = {
  readonly handle: RefObject<ListHandle | null>
  readonly filters: DocumentFilters
  readonly chosen: string | null
  readonly onChoose: (externalRef: string) => void
  /** The chosen one is gone into. */
  readonly onOpen: () => void
  readonly onClear: () => void
}

const Columns = () => {
  const text = useText()
  return (
    <div className="document-columns" aria-hidden="true">
      <span>{text('documents.column_sale')}</span>
      <span>{text('documents.column_time')}</span>
      <span>{text('documents.column_state')}</span>
      <span>{text('documents.column_tries')}</span>
      <span>{text('documents.column_total')}</span>
    </div>
  )
}

/** Newest first; older pages are fetched as they come into sight, and only what is in sight is drawn. */
export const DocumentList = ({ handle, filters, chosen, onChoose, onOpen, onClear }: DocumentListProps) => {
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
  const rests = restsByOriginal(documents)
  const { virtual, active, enter, listeners } = useRowKeys({ documents, chosen, scroller, onChoose })
  useImperativeHandle(handle, () => ({ enter }))
  const rows = virtual.getVirtualItems()
  const isNearEnd = (virtual.range?.endIndex ?? 0) >= documents.length - AHEAD
  const { hasNextPage, isFetching, isError, fetchNextPage } = list
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError && isNearEnd) void fetchNextPage()
  }, [hasNextPage, isFetching, isError, fetchNextPage, isNearEnd])

  const failed = isError && (
    <Notice kind="error">
      {text(documents.length === 0 ? 'documents.failed' : 'documents.failed_more')}
      <Button onClick={() => (list.isFetchNextPageError ? fetchNextPage() : list.refetch())}>
        {text('common.retry')}
      </Button>
    </Notice>
  )
  if (documents.length === 0 && failed) return failed
  if (list.data && documents.length === 0)
    return <NothingFound filters={asked} isSearching={hasNextPage} onClear={onClear} />
  return (
    <>
      <Columns />
      <div ref={scroller} className="document-scroll" aria-busy={list.isPending}>
        <ul style={{ height: virtual.getTotalSize() }} aria-label={text('documents.list')} {...listeners}>
          {rows.map(({ index, start }) => {
            const document = documents[index]
            return (
              document && (
                <li
                  key={document.externalRef}
                  aria-posinset={index + 1}
                  aria-setsize={hasNextPage ? -1 : documents.length}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <DocumentRow
                    document={document}
                    rest={rests.get(document.externalRef)}
                    now={now}
                    hours={hours}
                    isChosen={document.externalRef === chosen}
                    isTabStop={index === active}
                    onChoose={() => onChoose(document.externalRef)}
                    onOpen={onOpen}
                  />
                </li>
              )
            )
          })}
        </ul>
        {failed}
        {(list.isPending || list.isFetchingNextPage) && <p className="document-loading">{text('common.loading')}</p>}
      </div>
    </>
  )
}
