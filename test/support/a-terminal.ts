import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Simulator } from '#simulator/start-simulator.ts'
import { aFolder } from './a-folder.ts'
import { aSimulator, SAMPLE_KEY } from './a-till.ts'

const PROGRAM = path.resolve(import.meta.dirname, '../../build/bin/torogoz.mjs')

export type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

export type Terminal = {
  readonly simulator: Simulator
  readonly folder: string
  run(args: readonly string[], options?: { readonly input?: unknown; readonly env?: NodeJS.ProcessEnv }): Promise<Ran>
  /** Runs with `--json` and reads the one value; fails where it is not exactly one. */
  json(args: readonly string[], input?: unknown): Promise<{ readonly code: number | null; readonly value: unknown }>
  /** Starts a command and hands over how to kill it. */
  start(args: readonly string[]): { kill(): Promise<void> }
  file(name: string, value: unknown): string
}

/** A technician's terminal: the real command line in processes of its own, on a folder of its own, with a simulator. */
export const aTerminal = async (): Promise<Terminal> => {
  const simulator = await aSimulator()
  const folder = aFolder()
  const environment = {
    PATH: process.env.PATH,
    HOME: folder,
    TOROGOZ_DATA_DIR: path.join(folder, 'data'),
    OCOTE_BASE_URL: simulator.baseUrl,
    OCOTE_API_KEY: SAMPLE_KEY,
    OCOTE_ENVIRONMENT: '00',
    TOROGOZ_PRINTER: 'none',
  }
  const run: Terminal['run'] = (args, { input, env = {} } = {}) =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [PROGRAM, ...args], { env: { ...environment, ...env } })
      const out: Buffer[] = []
      const err: Buffer[] = []
      child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
      child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
      child.on('error', reject)
      child.on('close', (code) =>
        resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
      )
      child.stdin.on('error', () => undefined)
      child.stdin.end(input === undefined ? '' : typeof input === 'string' ? input : JSON.stringify(input))
    })
  return {
    simulator,
    folder,
    run,
    json: async (args, input) => {
      const { code, stdout } = await run([...args, '--json'], { input })
      return { code, value: JSON.parse(stdout) }
    },
    start: (args) => {
      const child = spawn(process.execPath, [PROGRAM, ...args], { env: environment, stdio: 'ignore' })
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      return {
        kill: async () => {
          child.kill('SIGKILL')
          await ended
        },
      }
    },
    file: (name, value) => {
      const file = path.join(folder, name)
      writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value))
      return file
    },
  }
}
