/** A stand-in for the module `electron`, as far as src/main uses it; whatever else is asked of it throws. */
import { app as theApp } from './app.ts'
import { BrowserWindow as TheBrowserWindow } from './browser-window.ts'
import { answerTheTest, tellTheTest } from './control.ts'
import { only } from './only.ts'
import { net as theNet, protocol as theProtocol } from './protocols.ts'
import { safeStorage as theSafeStorage } from './safe-storage.ts'
import { session as theSession } from './session.ts'

export { MessageChannelMain } from './message-ports.ts'

export const app = only(theApp, 'app')
export const BrowserWindow = TheBrowserWindow
export const net = only(theNet, 'net')
export const protocol = only(theProtocol, 'protocol')
export const safeStorage = only(theSafeStorage, 'safeStorage')
export const session = only(theSession, 'session')

/** Nothing waits for a click: the box is recorded and taken as read. */
export const dialog = only(
  { showErrorBox: (title: string, content: string) => tellTheTest({ kind: 'dialog', title, content }) },
  'dialog',
)

let menu: object | null = { items: ['the default menu'] }
export const Menu = only(
  {
    getApplicationMenu: () => menu,
    setApplicationMenu: (next: object | null) => {
      menu = next
    },
    buildFromTemplate: (items: readonly object[]) => ({ items }),
  },
  'Menu',
)

Object.defineProperty(process, 'resourcesPath', { value: process.cwd() })
answerTheTest(() => import('./electron.ts'))
