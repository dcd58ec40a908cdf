import path from 'node:path'
import { readBackup } from '#adapters/sqlite/read-backup.ts'
import type { BackupsView } from '#contract/backups.ts'
import { refusal } from '#domain/result/refusal.ts'
import { fail, ok } from '#domain/result/result.ts'
import type { Parts } from '../assemble-parts.ts'
import type { EngineConfig } from '../config.ts'
import { requestedRestore } from '../rescue/requested-restore.ts'
import { implementer } from './implement-contract.ts'
import { mutable } from './mutable.ts'

type Needs = Pick<Parts, 'backups' | 'installation' | 'clock'> & { readonly config: EngineConfig }

export const backupHandlers = ({ backups, installation, clock, config }: Needs) => {
  const request = requestedRestore(config.dataFolder)
  const view = (): BackupsView => {
    const { folder, isRunning, list, trouble, second, twin } = backups.state()
    const requested = request.read()
    return mutable({
      folder,
      isRunning,
      list: list.map(({ name, at, bytes, verified }) => ({
        name,
        at,
        bytes,
        sales: verified?.sales ?? null,
        lastSaleAt: verified?.lastSaleAt ?? null,
      })),
      trouble,
      second,
      requested: requested && { name: path.basename(requested.file), refused: requested.refused },
      twin: twin && { host: twin.host, seenAt: twin.seenAt },
      notices: installation.unseen(),
    })
  }
  return {
    view: implementer.backups.view.handler(view),
    make: implementer.backups.make.handler(async () => {
      const made = await backups.make()
      return mutable(made.ok ? ok(view()) : made)
    }),
    requestRestore: implementer.backups.requestRestore.handler(({ input }) => {
      const { folder, list } = backups.state()
      const file = path.resolve(folder, input.file)
      // What was checked when it was made is checked again by the restore: no page is read while the till sells.
      const isChecked = list.some((backup) => backup.file === file && backup.verified !== null)
      const facts = isChecked ? null : readBackup(file)
      if (facts && !facts.ok) return mutable(facts)
      request.write({ file, refused: null })
      return ok(view())
    }),
    keepData: implementer.backups.keepData.handler(() => {
      request.clear()
      return view()
    }),
    acknowledge: implementer.backups.acknowledge.handler(({ input }) => {
      installation.see(input.noticeId, clock.now())
      return view()
    }),
  }
}

/** A till that opened has nothing to be rescued from. */
export const noRescueHandlers = {
  view: implementer.rescue.view.handler(() => null),
  examine: implementer.rescue.examine.handler(() => mutable(fail(refusal('till_is_running')))),
  restore: implementer.rescue.restore.handler(() => mutable(fail(refusal('till_is_running')))),
}
