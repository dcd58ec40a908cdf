import path from 'node:path'

type Program = { readonly isPackaged: boolean; readonly resourcesPath: string }

/**
 * The program's `resources`: beside the archive in an installed program, where the installer puts them, and in the checkout otherwise.
 * @param built the folder of the built main, `out/main`: Electron's own idea of the app's path depends on how it was started.
 */
export const resourcesFolder = ({ isPackaged, resourcesPath }: Program, built: string): string =>
  isPackaged ? path.join(resourcesPath, 'resources') : path.join(built, '../../resources')
