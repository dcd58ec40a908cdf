import path from 'node:path'
import { RPCHandler } from '@orpc/server/message-port'
import { app, BrowserWindow, dialog, ipcMain, MessageChannelMain, safeStorage } from 'electron'
import { createEngine } from '#engine/create-engine.ts'
import { readEnvironment } from '#engine/environment.ts'
import { liveConfig } from '#engine/live-config.ts'
import { openingRefusal } from '#engine/opening-refusal.ts'
import { startMode } from '#engine/start-mode.ts'
import { startTraining } from '#training/start-training.ts'
import { registerPageScheme, servePage } from './page-protocol.ts'
import { safeStorageSeal } from './safe-storage-seal.ts'
import { denyPermissions, isFromOwnPage, lockDownContents, PAGE_ORIGIN } from './security.ts'

const HERE = import.meta.dirname

const createWindow = (): BrowserWindow =>
  new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 1024,
    minHeight: 720,
    show: false,
    backgroundColor: '#F4F6F4',
    autoHideMenuBar: true,
    webPreferences: {
      preload: path.join(HERE, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })

/** The engine of this start: training until the shop has said otherwise. */
const openEngine = async () => {
  const environment = readEnvironment(process.env)
  if (!environment.ok) throw new Error(environment.error)
  const shell = {
    resourcesFolder: path.join(app.isPackaged ? process.resourcesPath : app.getAppPath(), 'resources'),
    version: app.getVersion(),
    printsByItself: true,
  }
  const nextMode = startMode(environment.value.dataFolder)
  const training = nextMode.read() === 'training' ? await startTraining(environment.value, shell) : null
  const config = training?.config ?? liveConfig(environment.value, shell, safeStorageSeal(safeStorage))
  const engine = await createEngine({ ...config, nextMode })
  return { engine, close: () => engine.stop().then(() => training?.simulator.close()) }
}

/** A page that asks gets a port of its own to the engine; whoever else asks gets nothing. */
const answerPorts = (window: BrowserWindow, handler: RPCHandler<Record<never, never>>): void => {
  ipcMain.on('torogoz:want-port', (event) => {
    if (!isFromOwnPage(event, window)) return
    const { port1, port2 } = new MessageChannelMain()
    handler.upgrade(port1)
    port1.start()
    window.webContents.postMessage('torogoz:port', null, [port2])
  })
}

const run = async (): Promise<void> => {
  registerPageScheme()
  lockDownContents(app)
  await app.whenReady()
  servePage(path.join(HERE, '../renderer'))
  const { engine, close } = await openEngine()
  const window = createWindow()
  denyPermissions(window.webContents.session)
  answerPorts(window, new RPCHandler(engine.router))
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  })
  let closed = false
  app.on('before-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void close().finally(() => {
      closed = true
      app.quit()
    })
  })
  app.on('window-all-closed', () => app.quit())
  window.once('ready-to-show', () => window.show())
  engine.start()
  await window.loadURL(`${PAGE_ORIGIN}/`)
}

if (!app.requestSingleInstanceLock()) app.quit()
else
  run().catch((cause: unknown) => {
    const reason = openingRefusal(cause)
    dialog.showErrorBox(
      'Torogoz no pudo abrir sus datos',
      reason ? `${reason.code}: ${reason.detail}` : cause instanceof Error ? cause.message : String(cause),
    )
    app.exit(1)
  })
