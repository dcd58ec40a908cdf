import path from 'node:path'
import { refusal } from '#domain/result/refusal.ts'
import { bestCandidate } from '#engine/rescue/candidates.ts'
import { restoreHere } from '#engine/rescue/restore-here.ts'
import { type Done, done, refused, UsageError } from '../command.ts'

/** Goes back to a backup; what was sold after it is brought over as far as it can be read. */
export const restore = async (dataFolder: string, file: string | null, newest: boolean): Promise<Done> => {
  if ((file === null) !== newest) throw new UsageError('restore FILE | restore --newest')
  const backup = file === null ? (bestCandidate(dataFolder)?.file ?? null) : path.resolve(file)
  if (backup === null) return refused(refusal('backup_missing', 'file'))
  const restored = await restoreHere(dataFolder, backup)
  if (!restored.ok) return refused(restored.error)
  const { sales, brought, missed, asked, tag, aside } = restored.value
  return done({ backup, sales, brought, missed, asked, tag, aside }, [
    `${backup}  ${sales} ventas`,
    `${brought} ventas posteriores recuperadas`,
    ...(missed.length > 0 ? [`${missed.length} ventas que no se pudieron leer: ${missed.join(', ')}`] : []),
    `${asked} documentos por consultar antes de enviar`,
    `La base anterior queda en ${aside}`,
  ])
}
