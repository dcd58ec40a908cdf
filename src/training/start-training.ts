import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { EngineConfig, TrainingControls } from '#engine/config.ts'
import type { Environment } from '#engine/environment.ts'
import type { ShellFacts } from '#engine/live-config.ts'
import { readCatalogue } from '#engine/read-catalogue.ts'
import { takeTrainingLock } from '#engine/till-lock.ts'
import { type Simulator, startSimulator } from '#simulator/start-simulator.ts'

/** A well-formed key that no company has. */
const SAMPLE_KEY = `odt_${'0'.repeat(56)}`

/** The training panel's words for the simulator's controls. */
const controlsOf = (simulator: Simulator): TrainingControls => {
  const read: TrainingControls['read'] = () => {
    const controls = simulator.controls()
    return {
      ministryDown: controls.mh === 'down',
      shopOffline: controls.shopOffline,
      latencyMs: controls.latencyMs,
      keyRevoked: controls.keyRevoked,
      captivePortal: controls.captivePortal,
      loseNextAnswers: controls.loseNextAnswers,
      failNext: controls.failNext.count,
      throttleNext: controls.throttleNext.count,
      truncateNext: controls.truncateNext,
      rejectNext: controls.rejectNext.count,
    }
  }
  return {
    read,
    change: (patch) => {
      const next = {
        ...read(),
        ...Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)),
      }
      simulator.setControls({
        mh: next.ministryDown ? 'down' : 'up',
        shopOffline: next.shopOffline,
        latencyMs: next.latencyMs,
        keyRevoked: next.keyRevoked,
        captivePortal: next.captivePortal,
        loseNextAnswers: next.loseNextAnswers,
        failNext: { count: next.failNext },
        throttleNext: { count: next.throttleNext, retryAfterSeconds: 5 },
        truncateNext: next.truncateNext,
        rejectNext: { count: next.rejectNext },
      })
      return read()
    },
  }
}

export type Training = {
  readonly config: EngineConfig
  readonly simulator: Simulator
  close(): Promise<void>
}

/** Another process trains on this folder. */
export class TrainingInUse extends Error {}

/**
 * Everything that a till needs to be tried without a key, an account or a network: the simulator on a loopback port, with a memory of its
 * own beside the training database, and the sample catalogue. Training never sees the shop's own data.
 */
export const startTraining = async (environment: Environment, shell: ShellFacts): Promise<Training> => {
  const dataFolder = path.join(environment.dataFolder, 'training')
  mkdirSync(dataFolder, { recursive: true })
  const lock = takeTrainingLock(dataFolder)
  if (!lock) throw new TrainingInUse(dataFolder)
  const products = readCatalogue(readFileSync(path.join(shell.resourcesFolder, 'sample-catalogue.json'), 'utf8'))
  if (!products.ok) throw new Error(`sample catalogue: ${products.error}`)
  const simulator = await startSimulator({ stateFile: path.join(dataFolder, 'simulator.json') })
  return {
    simulator,
    close: async () => {
      await simulator.close()
      lock.release()
    },
    config: {
      mode: 'training',
      dataFolder,
      ...shell,
      secrets: [{ kind: 'environment', read: () => SAMPLE_KEY, write: () => false }],
      apiUrl: simulator.baseUrl,
      ...(environment.printer !== undefined && { printer: environment.printer }),
      training: { controls: controlsOf(simulator), products: products.value },
    },
  }
}
