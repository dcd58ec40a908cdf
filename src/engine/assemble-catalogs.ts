import { refreshCatalogs } from '#application/catalogs/refresh-catalogs.ts'
import { ok } from '#domain/result/result.ts'
import type { Parts } from './assemble-parts.ts'
import { createCatalogCalls } from './catalog-calls.ts'
import { createCatalogRefresher } from './catalog-refresher.ts'
import type { EngineConfig } from './config.ts'
import type { Sender } from './sender.ts'
import { systemTimers } from './timers.ts'

/** The tax authority's catalogues kept fresh: in the background, and for whoever asks for it here and now. */
export const assembleCatalogs = (parts: Parts, config: EngineConfig, sender: Pick<Sender, 'isBusy'>) => {
  const { taxCatalogs: catalogs, stores, clock, line, guardDisk, log } = parts
  const refresh = refreshCatalogs({
    api: createCatalogCalls(parts),
    catalogs,
    keep: (contents) => guardDisk(() => ok(catalogs.replace(contents, clock.now()))),
  })
  const isQuiet = (): boolean => {
    const now = clock.now()
    if (line.state() !== 'online' || sender.isBusy()) return false
    if (stores.outbox.isDocumentDue(now) || stores.files.nextWanted(now) !== null) return false
    const paced = line.nextPaced('leisure', now)
    return paced !== null && paced <= now
  }
  return {
    refreshCatalogs: refresh,
    catalogRefresher: createCatalogRefresher({
      catalogs,
      refresh,
      clock,
      timers: config.timers ?? systemTimers,
      isQuiet,
      log,
    }),
  }
}
