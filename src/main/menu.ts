import type { App, Menu } from 'electron'

/**
 * No menu at the counter: Electron's own has reload, zoom and the developer tools. Without one, macOS has no key for quitting or pasting, so
 * that it keeps those two. While the program is being developed the default menu stays.
 */
export const menuFor = (
  { isPackaged }: Pick<App, 'isPackaged'>,
  platform: NodeJS.Platform,
  menus: Pick<typeof Menu, 'buildFromTemplate' | 'getApplicationMenu'>,
): Menu | null => {
  if (!isPackaged) return menus.getApplicationMenu()
  return platform === 'darwin' ? menus.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }]) : null
}
