import path from 'node:path'
import { app, BrowserWindow, dialog, Menu, safeStorage, session } from 'electron'
import { askBeforeQuit } from './ask-before-quit.ts'
import { createWindow } from './create-window.ts'
import { openDataFolder } from './data-folder.ts'
import { createEnginePort } from './engine-port.ts'
import { menuFor } from './menu.ts'
import { openTill } from './open-till.ts'
import { registerPageScheme, servePage } from './page-protocol.ts'
import { reloadAfterCrash } from './reload-after-crash.ts'
import { resourcesFolder } from './resources-folder.ts'
import { safeStorageSeal } from './safe-storage-seal.ts'
import { denyPermissions, lockDownContents, PAGE_ORIGIN } from './security.ts'
import { stopBeforeQuit } from './stop-before-quit.ts'
import { CRASHED_PAGE, openingTrouble, type Trouble, unexpectedTrouble } from './trouble-words.ts'

const HERE = import.meta.dirname

const say = ({ title, text }: Trouble): void => dialog.showErrorBox(title, text)

const sayAndEnd = (trouble: Trouble): void => {
  say(trouble)
  app.exit(1)
}

const show = (window: BrowserWindow): void => {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

const run = async (): Promise<void> => {
  const environment = openDataFolder(app, process.env)
  if (!app.requestSingleInstanceLock()) return app.quit()
  app.on('second-instance', () => BrowserWindow.getAllWindows().forEach(show))
  await app.whenReady()

  const { isPackaged } = app
  const resources = resourcesFolder({ isPackaged, resourcesPath: process.resourcesPath }, HERE)
  const till = await openTill(environment, {
    shell: { resourcesFolder: resources, version: app.getVersion(), printsByItself: true, refreshesCatalogs: true },
    seal: safeStorageSeal(safeStorage, process.platform),
  })
  const port = createEnginePort(till.answering)
  const quitting = stopBeforeQuit(
    app,
    () => {
      for (const window of BrowserWindow.getAllWindows()) window.hide()
      port.close()
      return till.close()
    },
    {
      mayQuit: async () => {
        const engine = till.engine()
        return isToldToEnd || engine === null || askBeforeQuit(dialog, engine.closing)
      },
    },
  )
  app.on('window-all-closed', () => app.quit())

  denyPermissions(session.defaultSession)
  servePage(path.join(HERE, '../renderer'))
  Menu.setApplicationMenu(menuFor(app, process.platform, Menu))
  const window = createWindow({ preload: path.join(HERE, '../preload/index.cjs'), devTools: !isPackaged })
  // The window stays until it is decided: whoever goes on with the till finds it as it was.
  window.on('close', (event) => {
    if (quitting.isOver()) return
    event.preventDefault()
    app.quit()
  })
  port.answer(window.webContents)
  reloadAfterCrash(window.webContents, Date.now, () => {
    say(CRASHED_PAGE)
    app.quit()
  })
  const started = till.start(port.answerWith)
  started.catch((cause: unknown) => sayAndEnd(openingTrouble(cause)))
  await window.loadURL(`${PAGE_ORIGIN}/`).catch((cause: unknown) => {
    // A window closed while it was still loading is no trouble.
    if (!window.isDestroyed()) throw cause
  })
}

/** The machine is being shut down, or a script ends the program: nobody is there to be asked. */
let isToldToEnd = false
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.on(signal, () => {
    isToldToEnd = true
    app.quit()
  })
// A terminal that was closed is no reason to end.
process.stderr.on('error', () => undefined)
process.on('uncaughtException', (cause) => sayAndEnd(unexpectedTrouble(cause)))
app.enableSandbox()
registerPageScheme()
lockDownContents(app)
run().catch(async (cause: unknown) => {
  await app.whenReady()
  sayAndEnd(openingTrouble(cause))
})
