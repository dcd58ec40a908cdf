import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { startSimulatorProcess } from './simulator-process.ts'
import { against, type Measure } from './statistics.ts'

const scriptOf = (name: string): string => path.join(import.meta.dirname, name)
const ENTRIES = 10_000
const MB = 1024 * 1024

type Told = { readonly before: number; readonly most: number }

const sell = async (folder: string): Promise<void> => {
  const child = fork(scriptOf('sell-process.ts'), [folder, String(ENTRIES)])
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error('the selling till ended')
}

const drain = (folder: string, baseUrl: string): Promise<Told> =>
  new Promise((resolve, reject) => {
    const child = fork(scriptOf('drain-process.ts'), [folder, baseUrl], {
      execArgv: ['--expose-gc'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    child.once('message', (message) => resolve(message as Told))
    child.once('exit', () => reject(new Error('the draining till ended')))
  })

/** The most that a till's process holds while it drains a backlog of ten thousand, against what it held when it had just been opened. */
export const benchMemory = async (folder: string): Promise<readonly Measure[]> => {
  const simulator = await startSimulatorProcess()
  try {
    const data = path.join(folder, 'memory')
    await sell(data)
    const told = await drain(data, simulator.baseUrl)
    return [against(`most memory while draining ${ENTRIES} ÷ just opened`, 'MB', told.most / MB, told.before / MB)]
  } finally {
    simulator.stop()
  }
}
