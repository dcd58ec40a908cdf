import path from 'node:path'
import type { App } from 'electron'

/**
 * The program's `resources`: beside the archive in an installed program, where the installer puts them, and in the checkout otherwise.
 * @param here the folder of the built main, `out/main`; Electron's own idea of the app's path depends on how it was started.
 */
export const resourcesFolder = ({ isPackaged }: Pick<App, 'isPackaged'>, here: string): string =>
  isPackaged ? path.join(process.resourcesPath, 'resources') : path.join(here, '../../resources')
