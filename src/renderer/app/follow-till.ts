import { QueryClient as Cache, type InfiniteData, type QueryClient } from '@tanstack/react-query'
import type { DocumentSummaryView } from '#contract/documents.ts'
import type { TillEvent } from '#contract/till.ts'
import type { Engine, EngineClient, EngineLink, LinkState } from '../ui/engine.ts'
import { LIVE } from '../ui/live.ts'

type Page = { documents: DocumentSummaryView[]; next: string | null }

const FIRST_PAUSE_MS = 400
const LONGEST_PAUSE_MS = 3_000
/** A backlog that drains tells of many documents a second; lists are read again at most this often. */
const LISTS_EVERY_MS = 1_000
/** A list that was followed far down is not read again whole: its rows change in their place. */
const MOST_PAGES_READ_AGAIN = 5

export const createCache = (): QueryClient =>
  new Cache({
    defaultOptions: { queries: { retry: 1, staleTime: 2_000, refetchOnWindowFocus: false, networkMode: 'always' } },
  })

export const createLink = (): EngineLink & { readonly tell: (state: LinkState) => void } => {
  let state: LinkState = 'connecting'
  const listeners = new Set<() => void>()
  return {
    current: () => state,
    subscribe: (onChange) => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
    tell: (next) => {
      if (next === state) return
      state = next
      for (const listener of listeners) listener()
    },
  }
}

const inPlace = (document: DocumentSummaryView) => (pages: InfiniteData<Page> | undefined) =>
  pages && {
    ...pages,
    pages: pages.pages.map((page) => ({
      ...page,
      documents: page.documents.map((known) => (known.externalRef === document.externalRef ? document : known)),
    })),
  }

const isLong = (data: unknown): boolean =>
  typeof data === 'object' &&
  data !== null &&
  'pages' in data &&
  Array.isArray(data.pages) &&
  data.pages.length > MOST_PAGES_READ_AGAIN

/** Puts what the engine tells into the cache that every screen reads. */
export const createReceiver = ({ queries }: Pick<Engine, 'queries'>, cache: QueryClient) => {
  let isDue = false
  const refreshLists = () => {
    if (isDue) return
    isDue = true
    setTimeout(() => {
      isDue = false
      void cache.invalidateQueries({ queryKey: queries.documents.key(), predicate: ({ state }) => !isLong(state.data) })
    }, LISTS_EVERY_MS)
  }
  return (event: TillEvent) => {
    if (event.kind === 'view') cache.setQueryData(queries.till.view.queryKey(), event.view)
    if (event.kind === 'document') {
      cache.setQueryData(LIVE.document(event.document.externalRef), event.document)
      cache.setQueriesData<InfiniteData<Page>>({ queryKey: queries.documents.list.key() }, inPlace(event.document))
      void cache.invalidateQueries({
        queryKey: queries.documents.get.key({ input: { externalRef: event.document.externalRef } }),
      })
      refreshLists()
    }
    if (event.kind === 'paper') {
      cache.setQueryData(LIVE.job(event.job.externalRef), event.job)
      // An answer still on its way may be older than this; it must not have the last word.
      void cache.invalidateQueries({ queryKey: LIVE.job(event.job.externalRef) })
      void cache.invalidateQueries({ queryKey: queries.printing.jobs.key() })
      void cache.invalidateQueries({ queryKey: LIVE.papers })
    }
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Listens for as long as the screen lives; a line that ends is taken up again, ever more slowly. */
export const followTill = async (
  client: EngineClient,
  hooks: { onEvent: (event: TillEvent) => void; onLink: (state: LinkState) => void; onBack: () => void },
  signal: AbortSignal,
): Promise<void> => {
  for (let failures = 0; !signal.aborted; failures += 1) {
    try {
      for await (const event of await client.till.watch(undefined, { signal })) {
        if (failures > 0) hooks.onBack()
        failures = 0
        hooks.onLink('up')
        hooks.onEvent(event)
      }
    } catch {
      // Whatever ended it, the answer is the same: say so and listen again.
    }
    if (signal.aborted) return
    hooks.onLink('down')
    await pause(Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS))
  }
}
