import { oc } from '@orpc/contract'
import { z } from 'zod'
import { instant, resultOf } from './values.ts'

export const backup = z.object({
  name: z.string(),
  at: instant,
  bytes: z.int(),
  /** Null where nobody has opened it yet to check it. */
  sales: z.int().nullable(),
  lastSaleAt: instant.nullable(),
})
export type BackupView = z.infer<typeof backup>

/** `code` is a refusal's; `detail` is for a technician. */
const trouble = z.object({ code: z.string(), detail: z.string() })

/** Something that happened to this installation; said until somebody has seen it. */
export const installationNotice = z.object({
  noticeId: z.int(),
  at: instant,
  kind: z.enum(['restored', 'moved']),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type InstallationNoticeView = z.infer<typeof installationNotice>

export const backupsView = z.object({
  folder: z.string(),
  isRunning: z.boolean(),
  /** The newest first. */
  list: z.array(backup),
  /** Why the last one could not be made. */
  trouble: trouble.nullable(),
  /** The second place, where the shop has set one: when it last got a backup, and why not since. */
  second: z.object({ folder: z.string(), at: instant.nullable(), trouble: trouble.nullable() }).nullable(),
  /** What the next start goes back to, or why it was not done. */
  requested: z.object({ name: z.string(), refused: z.string().nullable() }).nullable(),
  /** Another machine that sells under the same store and till codes. */
  twin: z.object({ host: z.string(), seenAt: instant }).nullable(),
  notices: z.array(installationNotice),
})
export type BackupsView = z.infer<typeof backupsView>

export const backups = {
  view: oc.output(backupsView),
  /** Answers once it is made and checked. */
  make: oc.output(resultOf(backupsView)),
  /** Goes back to this backup at the next start: by its name in the till's own folder, or by its whole path. */
  requestRestore: oc.input(z.object({ file: z.string().max(1000) })).output(resultOf(backupsView)),
  /** Takes that back. */
  keepData: oc.output(backupsView),
  /** Somebody has seen the notice. */
  acknowledge: oc.input(z.object({ noticeId: z.int() })).output(backupsView),
}
