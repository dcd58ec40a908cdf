import { readFileSync } from 'node:fs'
import path from 'node:path'
import { refusal } from '#domain/result/refusal.ts'
import { createEngine, type Engine } from '#engine/create-engine.ts'
import { readEnvironment } from '#engine/environment.ts'
import { liveConfig } from '#engine/live-config.ts'
import { openingRefusal } from '#engine/opening-refusal.ts'
import { startTraining, type Training, TrainingInUse } from '#training/start-training.ts'
import { type Done, refused, UsageError } from './command.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

const version = (): string => JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')).version

/** Opens the till's engine for one command and closes it after it, whatever happens; its loops are not started. */
export const withEngine = async (
  training: boolean | undefined,
  work: (engine: Engine) => Done | Promise<Done>,
): Promise<Done> => {
  const environment = readEnvironment(process.env)
  if (!environment.ok) throw new UsageError(environment.error)
  const shell = { resourcesFolder: path.join(ROOT, 'resources'), version: version(), printsByItself: false }
  let started: Training | null = null
  try {
    started = training ? await startTraining(environment.value, shell) : null
    const engine = await createEngine(started?.config ?? liveConfig(environment.value, shell))
    try {
      return await work(engine)
    } finally {
      await engine.stop()
    }
  } catch (cause) {
    if (cause instanceof TrainingInUse) return refused(refusal('training_in_use', 'TOROGOZ_DATA_DIR'))
    const reason = openingRefusal(cause)
    if (reason === null) throw cause
    return refused(refusal(reason.code, 'TOROGOZ_DATA_DIR', { detail: reason.detail }))
  } finally {
    await started?.close()
  }
}
