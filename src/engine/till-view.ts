import type { DocumentList } from '#application/ports/document-list.ts'
import type { Stores } from '#application/ports/stores.ts'
import type { Clock } from '#application/ports/system.ts'
import type { TillView } from '#contract/till.ts'
import { localDate } from '#domain/clock/local-time.ts'
import { type Deadline, deadlinesOf, hoursAgo } from '#domain/document/deadlines.ts'
import type { EngineConfig } from './config.ts'
import type { EnvironmentGuard } from './environment-guard.ts'
import { mutable } from './handlers/mutable.ts'
import type { LineToApi } from './line-to-api.ts'
import type { Printers } from './printers.ts'
import type { Shop } from './shop-settings.ts'

type Dependencies = {
  readonly config: EngineConfig
  readonly shop: Shop
  readonly stores: Stores
  readonly documentList: DocumentList
  readonly line: LineToApi
  readonly environmentGuard: Pick<EnvironmentGuard, 'wrongSince'>
  readonly printers: Printers
  readonly clock: Clock
}

const readDeadlines = ({ shop, documentList, clock }: Dependencies): readonly Deadline[] => {
  const settings = shop.settings()
  const now = clock.now()
  const inContingencyFor = (hours: number) => documentList.inContingencySince(hoursAgo(now, hours))
  return deadlinesOf(
    {
      ...documentList.unissued(localDate(now)),
      contingencyWarned: inContingencyFor(settings.contingencyWarnHours),
      contingencyAlarmed: inContingencyFor(settings.contingencyAlarmHours),
    },
    settings,
    now,
  )
}

/** What the status bar shows, as it is now. */
export const readTillView = (dependencies: Dependencies) => (): TillView => {
  const { config, shop, stores, documentList, line, printers } = dependencies
  const { language, issuer, tillCode, cashier, contingencyWarnHours, contingencyAlarmHours } = shop.settings()
  const silentSince = line.state() === 'online' ? documentList.ministrySilentSince() : null
  const wrongSince = dependencies.environmentGuard.wrongSince()
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
      state: wrongSince === null ? line.state() : 'environment_wrong',
      since: wrongSince ?? line.since(),
      ministrySilent: silentSince !== null,
      silentSince,
    },
    pending: { count: counts.pending + counts.unknown + counts.awaiting, oldestAt: documentList.oldestWaitingAt() },
    inContingency: counts.contingency,
    cancelling: counts.cancelling,
    attention,
    deadlines: mutable(readDeadlines(dependencies)),
    contingencyHours: { warn: contingencyWarnHours, alarm: contingencyAlarmHours },
    printer: {
      state: printer.kind,
      code: printer.kind === 'trouble' ? printer.code : null,
      waiting: jobs.waiting + jobs.printing,
      failed: jobs.failed,
    },
  }
}
