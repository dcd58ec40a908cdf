import { createEngine, type Engine } from '#engine/create-engine.ts'
import type { Environment } from '#engine/environment.ts'
import { liveConfig, type Seal, type ShellFacts } from '#engine/live-config.ts'
import { startMode } from '#engine/start-mode.ts'
import { takeTillLock } from '#engine/till-lock.ts'
import { startTraining } from '#training/start-training.ts'
import { TillNotOpened } from './till-not-opened.ts'

export type OpenTill = { readonly engine: Engine; close(): Promise<void> }

type Shell = { readonly shell: ShellFacts; readonly seal: Seal | undefined }

/**
 * The engine of this start, training until the shop has said otherwise, and the only till with a screen on its data.
 * @throws TillNotOpened where another shell has the data; whatever kept the data from being opened.
 */
export const openTill = async (environment: Environment, { shell, seal }: Shell): Promise<OpenTill> => {
  const lock = takeTillLock(environment.dataFolder)
  if (lock === null) throw new TillNotOpened('till_already_open')
  const nextMode = startMode(environment.dataFolder)
  const training = nextMode.read() === 'training' ? await startTraining(environment, shell) : null
  const engine = await createEngine({ ...(training?.config ?? liveConfig(environment, shell, seal)), nextMode })
  return {
    engine,
    close: async () => {
      await engine.stop()
      await training?.close()
      lock.release()
    },
  }
}
