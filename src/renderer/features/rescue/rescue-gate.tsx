import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { RescueView } from '#contract/rescue.ts'
import { useEngine } from '../../ui/engine.ts'
import { RescueScreen } from './rescue-screen.tsx'

/** How the rescue stands, while there is one. */
const LOOKED_AT_EVERY_MS = 1_000

/**
 * The till, or the way back to one where its data cannot be opened. A till that opened is asked once; after a rescue its screen stays until somebody
 * has read what came of it.
 */
export const RescueGate = ({ children }: { readonly children: ReactNode }) => {
  const { queries } = useEngine()
  const rescue = useQuery(
    queries.rescue.view.queryOptions({
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
      refetchInterval: ({ state }) => (state.data ? LOOKED_AT_EVERY_MS : false),
    }),
  )
  const [last, setLast] = useState<RescueView | null>(null)
  if (rescue.data && rescue.data !== last) setLast(rescue.data)
  if (rescue.isPending) return null
  return last ? <RescueScreen view={last} hasOpened={rescue.data === null} /> : children
}
