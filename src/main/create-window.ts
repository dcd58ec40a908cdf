import { BrowserWindow } from 'electron'

type WindowFacts = { readonly preload: string; readonly devTools: boolean }

/** The one window of the till, on the screen once it has something to show. */
export const createWindow = ({ preload, devTools }: WindowFacts): BrowserWindow => {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 1024,
    minHeight: 720,
    show: false,
    backgroundColor: '#F4F6F4',
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      devTools,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  return window
}
