import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'

const PROGRAM = path.resolve(import.meta.dirname, '../../build/bin/torogoz.mjs')

/** The simulator without limits in a process of its own, so that its work is not counted as the till's. */
export const startSimulatorProcess = async () => {
  const child = spawn(process.execPath, [PROGRAM, 'simulator', '--no-limits', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve)
    child.once('exit', () => reject(new Error('the simulator ended')))
  })
  const { base_url: baseUrl } = JSON.parse(line) as { base_url: string }
  return { baseUrl, stop: () => child.kill('SIGTERM') }
}
