import type { Log } from '#adapters/system/json-log.ts'
import type { Patience } from '#application/catalogs/ask-patiently.ts'
import type { Refreshed } from '#application/catalogs/refresh-catalogs.ts'
import type { Clock } from '#application/ports/system.ts'
import type { TaxCatalogs } from '#application/ports/tax-catalogs.ts'
import type { Refusal } from '#domain/result/refusal.ts'
import type { Result } from '#domain/result/result.ts'
import type { Timers } from './timers.ts'

type Dependencies = {
  readonly catalogs: Pick<TaxCatalogs, 'refreshedAt'>
  readonly refresh: (patience: Patience) => Promise<Result<Refreshed, Refusal>>
  readonly clock: Clock
  readonly timers: Timers
  /** Whether the line is good and nothing of a sale is due, so that a search is in nobody's way. */
  readonly isQuiet: () => boolean
  readonly log: Log
}

export type CatalogRefresher = {
  /** From now on refreshes by itself what is old. */
  start(): void
  /** Refreshes now, however new it is; nothing more where that is under way. */
  refresh(): void
  isRefreshing(): boolean
  /** The refusal's code that the last refresh ended with; null where it ended well or there was none. */
  trouble(): string | null
  /** Starts no more calls; resolves when the one under way has come to an end. What is not whole by then is forgotten. */
  stop(): Promise<void>
}

const OLD_AFTER_MS = 30 * 86_400_000
/** The till opens, and sends what it has, before it looks at its catalogues. */
const FIRST_LOOK_MS = 60_000
const LOOK_EVERY_MS = 3_600_000
const CALL_EVERY_MS = 2_000
const QUIET_LOOK_MS = 1_000
const TRIES = 3

/**
 * Keeps the tax authority's catalogues no older than a month, in the background: one search every two seconds at most, and none while a sale
 * could want the line. Trouble with it is for the log: the old catalogues are as good as they were.
 */
export const createCatalogRefresher = (dependencies: Dependencies): CatalogRefresher => {
  const { catalogs, clock, timers, isQuiet, log } = dependencies
  let stopped = false
  let refreshing: Promise<void> | null = null
  let trouble: string | null = null
  let callOffLook = () => {}
  let endPause = () => {}

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const callOff = timers.set(resolve, ms)
      endPause = () => {
        callOff()
        resolve()
      }
    })
  const mayCall = async (afterMs: number): Promise<boolean> => {
    if (!stopped) await pause(Math.max(afterMs, CALL_EVERY_MS))
    while (!stopped && !isQuiet()) await pause(QUIET_LOOK_MS)
    return !stopped
  }

  const refreshWhole = async (): Promise<void> => {
    const refreshed = await dependencies.refresh({ mayCall, tries: TRIES })
    trouble = refreshed.ok ? null : refreshed.error.code
    if (refreshed.ok) log('info', 'catalogs_refreshed', refreshed.value)
    else if (!stopped) log('warn', 'catalogs_not_refreshed', refreshed.error)
  }
  const refresh = (): void => {
    if (stopped) return
    refreshing ??= refreshWhole()
      .catch((cause) => log('error', 'catalogs_trouble', { cause }))
      .finally(() => {
        refreshing = null
      })
  }

  /** Either way from now, for a clock that was wrong may have dated them. */
  const isOld = (): boolean => {
    const at = catalogs.refreshedAt()
    return at === null || Math.abs(clock.now() - at) >= OLD_AFTER_MS
  }
  const look = (): void => {
    if (isOld()) refresh()
    callOffLook = timers.set(look, LOOK_EVERY_MS)
  }

  return {
    start: () => {
      callOffLook()
      callOffLook = timers.set(look, FIRST_LOOK_MS)
    },
    refresh,
    isRefreshing: () => refreshing !== null,
    trouble: () => trouble,
    stop: async () => {
      stopped = true
      callOffLook()
      endPause()
      await refreshing
    },
  }
}
