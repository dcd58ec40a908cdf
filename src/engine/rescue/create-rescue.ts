import { implement } from '@orpc/server'
import { stderrLog } from '#adapters/system/json-log.ts'
import { machineIdentity } from '#adapters/system/machine-identity.ts'
import { systemClock } from '#adapters/system/system-clock.ts'
import { type RescueReport, type RescueView, rescue } from '#contract/rescue.ts'
import { refusal } from '#domain/result/refusal.ts'
import { fail, ok } from '#domain/result/result.ts'
import type { EngineConfig } from '../config.ts'
import { mutable } from '../handlers/mutable.ts'
import { noteTrouble } from '../note-trouble.ts'
import { bestCandidate, examineCandidate } from './candidates.ts'
import type { DataTrouble } from './examine-data.ts'
import { restoreTill } from './restore-till.ts'

/**
 * What answers a screen while the till cannot open its data: what was found, what it can go back to, and the going back. The shell waits for
 * `restored`, and then opens the till.
 */
export const createRescue = (config: EngineConfig, trouble: DataTrouble) => {
  const { dataFolder, clock = systemClock, machine = machineIdentity(), log = stderrLog } = config
  const newest = bestCandidate(dataFolder)
  const restored = Promise.withResolvers<void>()
  let report: RescueReport | null = null
  let isRestoring = false
  let isOver = false
  const implementer = implement({ rescue })
  log('error', 'data_not_opened', trouble)

  const view = (): RescueView | null => (isOver ? null : { ...trouble, newest, report })
  const restore = async (backup: string | null) => {
    if (report) return ok(report)
    if (isRestoring) return fail(refusal('restore_under_way'))
    if (backup === null && newest !== null) return fail(refusal('backup_available', 'file'))
    isRestoring = true
    try {
      const done = await restoreTill({ dataFolder, backup, machine, clock })
      if (!done.ok) return done
      const { sales, brought, missed, asked, aside } = done.value
      report = { sales, brought, missed: [...missed], asked, aside }
      log('warn', 'data_restored', { ...report, backup })
      restored.resolve()
      return ok(report)
    } finally {
      isRestoring = false
    }
  }

  return {
    log,
    router: implementer.router({
      rescue: {
        view: implementer.rescue.view.handler(view),
        examine: implementer.rescue.examine.handler(({ input }) => mutable(examineCandidate(dataFolder, input.file))),
        restore: implementer.rescue.restore.handler(async ({ input }) => mutable(await restore(input.file))),
      },
    }),
    routerOptions: { clientInterceptors: [noteTrouble(log)] },
    /** Resolves once the data can be opened. */
    restored: restored.promise,
    /** The till has opened: a page that still asks here is told that there is nothing to be rescued any more. */
    end: (): void => {
      isOver = true
    },
  }
}

export type Rescue = ReturnType<typeof createRescue>
