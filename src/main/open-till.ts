import { createEngine, type Engine } from '#engine/create-engine.ts'
import type { Environment } from '#engine/environment.ts'
import { liveConfig, type Seal, type ShellFacts } from '#engine/live-config.ts'
import { createRescue, type Rescue } from '#engine/rescue/create-rescue.ts'
import { prepareData } from '#engine/rescue/prepare-data.ts'
import { startMode } from '#engine/start-mode.ts'
import { takeTillLock } from '#engine/till-lock.ts'
import { startTraining } from '#training/start-training.ts'
import { TillNotOpened } from './till-not-opened.ts'

/** What answers the page's questions: the till, or what stands in for it while its data cannot be opened. */
export type Answering = Pick<Engine | Rescue, 'router' | 'routerOptions'>

export type OpenTill = {
  readonly answering: Answering
  /** Null while its data cannot be opened. */
  engine(): Engine | null
  /** Starts the till; one that has to be rescued first starts once it is, and says that from then on it answers by itself. */
  start(answerWith: (engine: Answering) => void): Promise<void>
  close(): Promise<void>
}

type Shell = { readonly shell: ShellFacts; readonly seal: Seal | undefined }

/**
 * The engine of this start, training until the shop has said otherwise, and the only till with a screen on its data.
 * @throws TillNotOpened where another shell has the data; whatever kept the data from being opened, but for what can be rescued.
 */
export const openTill = async (environment: Environment, { shell, seal }: Shell): Promise<OpenTill> => {
  const lock = takeTillLock(environment.dataFolder)
  if (lock === null) throw new TillNotOpened('till_already_open')
  const nextMode = startMode(environment.dataFolder)
  const training = nextMode.read() === 'training' ? await startTraining(environment, shell) : null
  const config = { ...(training?.config ?? liveConfig(environment, shell, seal)), nextMode }
  const trouble = await prepareData(config)
  const rescue = trouble && createRescue(config, trouble)
  let engine = rescue ? null : await createEngine(config)
  const answering = engine ?? rescue
  if (answering === null) throw new Error('neither a till nor its rescue')
  let isClosed = false
  return {
    answering,
    engine: () => engine,
    start: async (answerWith) => {
      await rescue?.restored
      if (isClosed) return
      if (engine === null) {
        engine = await createEngine(config)
        answerWith(engine)
        rescue?.end()
      }
      engine.start()
    },
    close: async () => {
      isClosed = true
      await engine?.stop()
      await training?.close()
      lock.release()
    },
  }
}
