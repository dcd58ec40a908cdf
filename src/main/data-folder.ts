import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { App } from 'electron'
import { type Environment, readEnvironment } from '#engine/environment.ts'
import { TillNotOpened } from './till-not-opened.ts'

/**
 * Reads where this start keeps its data, and puts the window's own storage there too. Decided: beside the data and not in Electron's usual
 * folder, because the single-instance lock and the sale left on the counter belong to one set of data, and a machine may have two.
 * To be called before the single-instance lock is asked for.
 */
export const openDataFolder = (app: Pick<App, 'setPath'>, env: NodeJS.ProcessEnv): Environment => {
  const environment = readEnvironment(env)
  if (!environment.ok) throw new TillNotOpened('environment_invalid', environment.error)
  const folder = path.join(environment.value.dataFolder, 'electron')
  mkdirSync(folder, { recursive: true })
  app.setPath('userData', folder)
  return environment.value
}
