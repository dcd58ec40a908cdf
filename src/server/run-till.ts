import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createEngine } from '#engine/create-engine.ts'
import { readEnvironment } from '#engine/environment.ts'
import { liveConfig } from '#engine/live-config.ts'
import { openingRefusal } from '#engine/opening-refusal.ts'
import { createRescue, type Rescue } from '#engine/rescue/create-rescue.ts'
import { prepareData } from '#engine/rescue/prepare-data.ts'
import { startMode } from '#engine/start-mode.ts'
import { takeTillLock } from '#engine/till-lock.ts'
import { startTraining } from '#training/start-training.ts'
import { keepPort, lastPort } from './last-port.ts'
import { openWindow } from './open-window.ts'
import { addressOfRunningTill, announceTill, forgetTill } from './running-till.ts'
import { type ServerOptions, startServer, type TillServer } from './start-server.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

export type RunTillOptions = {
  readonly port: number
  /** Overrides what the shop's settings say, for this start. */
  readonly mode: 'training' | 'live' | null
  readonly window: boolean
}

const version = (): string => JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')).version

/** The port of the last start, where it is free: a browser keeps the open sale by address. */
const startOnUsualPort = async (options: ServerOptions, wanted: number, dataFolder: string): Promise<TillServer> => {
  const usual = wanted === 0 ? lastPort(dataFolder) : wanted
  const server = await startServer({ ...options, port: usual }).catch((cause: NodeJS.ErrnoException) => {
    if (wanted !== 0 || cause.code !== 'EADDRINUSE') throw cause
    return startServer({ ...options, port: 0 })
  })
  keepPort(dataFolder, server.port)
  return server
}

/** A second start shows the first one's window, or says where it is. */
const showRunning = async (dataFolder: string, window: boolean): Promise<number> => {
  const url = await addressOfRunningTill(dataFolder)
  if (url === null) {
    console.error('La caja ya está abierta con estos datos, y no contesta. Ciérrela o reinicie el equipo.')
    return 1
  }
  const shown = window && openWindow(url, path.join(dataFolder, 'window'))
  console.log(shown ? 'La caja ya estaba abierta: se muestra su ventana.' : `La caja ya está abierta: ${url}`)
  return 0
}

const toldToStop = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })

/** A till whose data cannot be opened shows why, and what it can go back to; false where it is told to stop before that is done. */
const isRescued = async (rescue: Rescue, stopped: Promise<void>): Promise<boolean> => {
  const outcome = await Promise.race([rescue.restored.then(() => true), stopped.then(() => false)])
  if (outcome) console.log('Los datos de la caja se recuperaron.')
  return outcome
}

/** Runs the till for a browser on this machine until it is told to stop; answers with the exit code. */
export const runTill = async ({ port, mode, window }: RunTillOptions): Promise<number> => {
  const environment = readEnvironment(process.env)
  if (!environment.ok) {
    console.error(environment.error)
    return 2
  }
  const { dataFolder } = environment.value
  const lock = takeTillLock(dataFolder)
  if (!lock) return showRunning(dataFolder, window)
  const shell = {
    resourcesFolder: path.join(ROOT, 'resources'),
    version: version(),
    printsByItself: true,
    refreshesCatalogs: true,
  }
  const nextMode = startMode(dataFolder)
  const training = (mode ?? nextMode.read()) === 'training' ? await startTraining(environment.value, shell) : null
  const config = { ...(training?.config ?? liveConfig(environment.value, shell)), nextMode }
  const trouble = await prepareData(config)
  const rescue = trouble && createRescue(config, trouble)
  let engine = rescue ? null : await createEngine(config)
  const answering = engine ?? rescue
  if (answering === null) throw new Error('neither a till nor its rescue')
  const stopped = toldToStop()
  const server = await startOnUsualPort(
    { engine: answering, folder: path.join(ROOT, 'out', 'renderer') },
    port,
    dataFolder,
  )
  announceTill(dataFolder, server)
  engine?.start()
  if (trouble) console.log(`Los datos de la caja no se pueden abrir (${trouble.code}): la pantalla dice qué hacer.`)
  else
    console.log(
      training ? 'Torogoz en modo de ENTRENAMIENTO: documentos sin validez fiscal.' : 'Torogoz, caja en marcha.',
    )
  console.log(`Abra la caja en: ${server.freshUrl()}`)
  if (window) openWindow(server.freshUrl(), path.join(dataFolder, 'window'))
  if (rescue && (await isRescued(rescue, stopped))) {
    engine = await createEngine(config)
    server.answerWith(engine)
    engine.start()
  }
  await stopped
  forgetTill(dataFolder)
  await server.close()
  await engine?.stop()
  await training?.close()
  lock.release()
  return 0
}

/** The same, with trouble of the world said in one line. */
export const runTillOrSay = (options: RunTillOptions): Promise<number> =>
  runTill(options).catch((cause: unknown) => {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE') {
      console.error(`El puerto ${options.port} ya está ocupado: elija otro con --port, o ninguno.`)
      return 1
    }
    const reason = openingRefusal(cause)
    if (reason === null) throw cause
    console.error(`No se pudieron abrir los datos de la caja (${reason.code}): ${reason.detail}`)
    return 1
  })
