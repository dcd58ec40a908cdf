import path from 'node:path'
import { refusal } from '#domain/result/refusal.ts'
import { readEnvironment } from '#engine/environment.ts'
import { takeTillLock } from '#engine/till-lock.ts'
import { type Done, refused, UsageError } from './command.ts'

/** The folder of the data itself, for commands that must not open the database. */
const dataFolderOf = (training: boolean | undefined): { readonly root: string; readonly data: string } => {
  const environment = readEnvironment(process.env)
  if (!environment.ok) throw new UsageError(environment.error)
  const { dataFolder: root } = environment.value
  return { root, data: training ? path.join(root, 'training') : root }
}

/** Works on a till's folder without opening its database, which may be damaged or missing. */
export const withData = (
  training: boolean | undefined,
  work: (dataFolder: string) => Done | Promise<Done>,
): Done | Promise<Done> => work(dataFolderOf(training).data)

/** The same, as the only one: refused where a till with a screen is open on it. */
export const withOwnData = async (
  training: boolean | undefined,
  work: (dataFolder: string) => Promise<Done>,
): Promise<Done> => {
  const { root, data } = dataFolderOf(training)
  const lock = takeTillLock(root)
  if (lock === null) return refused(refusal('till_is_running', 'TOROGOZ_DATA_DIR'))
  try {
    return await work(data)
  } finally {
    lock.release()
  }
}
