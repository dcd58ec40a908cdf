import { diskTroubleIn } from '#adapters/sqlite/disk-trouble.ts'
import { DatabaseNotOpened } from '#adapters/sqlite/open-database.ts'

const FILE_ERRORS: readonly string[] = ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR']

/** Why the till could not open its data, where that is the world's doing and not a bug; null otherwise. */
export const openingRefusal = (cause: unknown): { readonly code: string; readonly detail: string } | null => {
  if (cause instanceof DatabaseNotOpened) return { code: cause.reason.code, detail: JSON.stringify(cause.reason) }
  const trouble = diskTroubleIn(cause)
  if (trouble !== null && cause instanceof Error) return { code: trouble, detail: cause.message }
  if (cause instanceof Error && 'code' in cause && FILE_ERRORS.includes(String(cause.code)))
    return { code: 'data_folder_unusable', detail: cause.message }
  return null
}
