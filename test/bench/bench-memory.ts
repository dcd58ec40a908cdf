import { fork } from 'node:child_process'
import path from 'node:path'
import { startSimulatorProcess } from './simulator-process.ts'
import { against, type Measure } from './statistics.ts'

const SCRIPT = path.join(import.meta.dirname, 'drain-process.ts')
const ENTRIES = 10_000
const MB = 1024 * 1024

type Told = { readonly before: number; readonly most: number; readonly seconds: number }

/** The most that a till's process holds while it drains a backlog of ten thousand, against what it held before. */
export const benchMemory = async (folder: string): Promise<readonly Measure[]> => {
  const simulator = await startSimulatorProcess()
  try {
    const told = await new Promise<Told>((resolve, reject) => {
      const child = fork(SCRIPT, [path.join(folder, 'memory'), simulator.baseUrl, String(ENTRIES)], {
        execArgv: ['--expose-gc'],
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      })
      child.once('message', (message) => resolve(message as Told))
      child.once('exit', () => reject(new Error('the draining till ended')))
    })
    return [against(`most memory while draining ${ENTRIES} ÷ before`, 'MB', told.most / MB, told.before / MB)]
  } finally {
    simulator.stop()
  }
}
