import type { ContractRouterClient } from '@orpc/contract'
import type { RouterUtils } from '@orpc/tanstack-query'
import { useQuery } from '@tanstack/react-query'
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { contract } from '#contract/contract.ts'
import type { TillView } from '#contract/till.ts'

export type EngineClient = ContractRouterClient<typeof contract>

export type LinkState = 'connecting' | 'up' | 'down'

export type EngineLink = {
  readonly current: () => LinkState
  readonly subscribe: (onChange: () => void) => () => void
}

/** The engine as a screen sees it: calls, their cached answers, and whether it is there at all. */
export type Engine = {
  readonly client: EngineClient
  readonly queries: RouterUtils<EngineClient>
  readonly link: EngineLink
}

export const EngineContext = createContext<Engine | null>(null)

export const useEngine = (): Engine => {
  const engine = useContext(EngineContext)
  if (engine === null) throw new Error('no engine around this component')
  return engine
}

/** Deadlines pass by themselves: the view is asked for anew this often, besides what the engine tells. */
const ASKED_EVERY_MS = 60_000

/** The till as the engine last told it; undefined until its first word. */
export const useTill = (): TillView | undefined => {
  const { queries } = useEngine()
  return useQuery(
    queries.till.view.queryOptions({ staleTime: Number.POSITIVE_INFINITY, refetchInterval: ASKED_EVERY_MS }),
  ).data
}

export const useLinkState = (): LinkState => {
  const { link } = useEngine()
  return useSyncExternalStore(link.subscribe, link.current)
}
