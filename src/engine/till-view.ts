import type { DocumentList } from '#application/ports/document-list.ts'
import type { Stores } from '#application/ports/stores.ts'
import type { TillView } from '#contract/till.ts'
import type { EngineConfig } from './config.ts'
import type { LineToApi } from './line-to-api.ts'
import type { Printers } from './printers.ts'
import type { Shop } from './shop-settings.ts'

type Dependencies = {
  readonly config: EngineConfig
  readonly shop: Shop
  readonly stores: Stores
  readonly documentList: DocumentList
  readonly line: LineToApi
  readonly printers: Printers
}

/** What the status bar shows, as it is now. */
export const readTillView =
  ({ config, shop, stores, documentList, line, printers }: Dependencies) =>
  (): TillView => {
    const { language, issuer, tillCode, cashier } = shop.settings()
    const counts = documentList.counts()
    const jobs = stores.printJobs.counts()
    const printer = printers.status()
    const attention = counts.rejected + counts.refused + counts.alarm
    return {
      mode: config.mode,
      language,
      shop: issuer.tradeName,
      till: tillCode,
      cashier,
      nextSaleNumber: stores.sales.nextNumber(),
      connection: {
        state: line.state(),
        since: line.since(),
        ministrySilent: line.state() === 'online' && documentList.newestIssuedState() === 'contingency',
      },
      pending: { count: counts.pending + counts.unknown, oldestAt: documentList.oldestWaitingAt() },
      attention,
      printer: {
        state: printer.kind,
        code: printer.kind === 'trouble' ? printer.code : null,
        waiting: jobs.waiting + jobs.printing,
        failed: jobs.failed,
      },
    }
  }
