import path from 'node:path'
import type { Engine } from '#engine/create-engine.ts'
import { listBackups } from '#engine/rescue/candidates.ts'
import { type Done, done, refused } from '../command.ts'
import { when } from '../show.ts'

/** One backup now, opened and checked: into the till's own folder and its second one, or into a folder that is named. */
export const backUp = async (engine: Engine, folder: string | null): Promise<Done> => {
  const made = await engine.backups.make(folder === null ? undefined : path.resolve(folder))
  if (!made.ok) return refused(made.error)
  const { file, bytes, verified } = made.value
  const { second } = engine.backups.state()
  const value = {
    file,
    bytes,
    sales: verified?.sales ?? null,
    second: folder === null && second ? { folder: second.folder, trouble: second.trouble } : null,
  }
  const trouble = value.second?.trouble
  return done(value, [
    `${file}  ${verified?.sales ?? '—'} ventas  ${bytes} bytes  revisado`,
    ...(trouble ? [`Segunda carpeta: ${trouble.code}  ${trouble.detail}`] : []),
  ])
}

/** The till's own backups, the newest first. */
export const showBackups = (dataFolder: string): Done => {
  const list = listBackups(dataFolder)
  return done(
    list.map(({ file, at, bytes, verified }) => ({
      file,
      at: new Date(at).toISOString(),
      bytes,
      sales: verified?.sales ?? null,
    })),
    list.length === 0
      ? ['No hay respaldos.']
      : list.map(({ file, at, bytes, verified }) =>
          [when(at), `${verified?.sales ?? '—'} ventas`.padStart(14), `${bytes} bytes`.padStart(16), file].join('  '),
        ),
  )
}
