import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { PastSale } from './past-sale.ts'
import { STORY_OFFSET_MS } from './story-time.ts'

const SCRIPT = path.join(import.meta.dirname, 'run-till.ts')
const SEED = path.join(import.meta.dirname, 'seed-till.ts')
const SEED_MANY = path.join(import.meta.dirname, 'seed-many.ts')
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/abrir\?boleto=[\w-]+/
/** A till that takes longer than this to open or to close hangs. */
const PATIENCE_MS = 15_000

/** A port where nothing listens: what the live mode would call, were it ever to call. */
const NOWHERE = 'http://127.0.0.1:9/api/connect'

export type Mode = 'training' | 'live'

/** What its environment says besides: the service of a live till, say. */
export type Variables = Readonly<Record<string, string>>

const IN_STORY_TIME = { STORY_OFFSET_MS: String(STORY_OFFSET_MS) }

const inTime = <T>(promise: Promise<T>, what: () => string): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(what())), PATIENCE_MS)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

/** One start of the program: the address it gives, what else it says, and how it ends. */
const startProgram = (dataFolder: string, mode: Mode, variables: Variables) => {
  const child = spawn(process.execPath, [SCRIPT, mode], {
    // Nothing of this machine's own till, and no service but the simulator.
    env: {
      PATH: process.env.PATH,
      HOME: dataFolder,
      TOROGOZ_DATA_DIR: dataFolder,
      OCOTE_BASE_URL: NOWHERE,
      ...IN_STORY_TIME,
      ...variables,
    },
    stdio: 'pipe',
  })
  let said = ''
  let complaints = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const found = new Promise<string | null>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const match = ADDRESS.exec(said)
      if (match) resolve(match[0])
    })
    void ended.then(() => resolve(null))
  })
  const everything = (): string => `${said}\n${complaints}`
  return {
    address: async (): Promise<string> => {
      const address = await inTime(found, () => `the till gave no address in time:\n${everything()}`)
      if (address === null) throw new Error(`the till ended without an address:\n${everything()}`)
      return address
    },
    end: (signal: NodeJS.Signals): Promise<number | null> => {
      child.kill(signal)
      return inTime(ended, () => `the till did not end on ${signal}:\n${everything()}`)
    },
    ended: (): Promise<number | null> => inTime(ended, () => `the till did not end by itself:\n${everything()}`),
    said: () => said,
    complaints: () => complaints,
  }
}

/** Writes sales of the past, or so many of any kind, into a till that was never opened, in a process of its own. */
const seed = (dataFolder: string, mode: Mode, past: readonly PastSale[] | number): void => {
  const folder = mode === 'training' ? path.join(dataFolder, 'training') : dataFolder
  mkdirSync(folder, { recursive: true })
  const script = typeof past === 'number' ? SEED_MANY : SEED
  const { status, stderr } = spawnSync(process.execPath, [script, folder, JSON.stringify(past)], {
    encoding: 'utf8',
    env: { ...process.env, ...IN_STORY_TIME },
  })
  if (status !== 0) throw new Error(`the past could not be written:\n${stderr}`)
}

/** A till of its own, on an empty data folder or one with a past. `kill` is SIGKILL: nothing in it gets to say goodbye. */
export const startTill = async (
  mode: Mode = 'training',
  past: readonly PastSale[] | number = [],
  variables: Variables = {},
) => {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'torogoz-e2e-'))
  if (typeof past === 'number' || past.length > 0) seed(dataFolder, mode, past)
  let program = startProgram(dataFolder, mode, variables)
  let isRunning = true
  let hasRestarted = false
  let address = await program.address()
  const complaints: string[] = []
  const ended = (): void => {
    isRunning = false
    complaints.push(program.complaints())
  }
  return {
    /** What this till keeps, for a story that breaks it. */
    dataFolder: path.join(dataFolder, mode === 'training' ? 'training' : ''),
    /** Opens the till once. */
    address: () => address,
    /** A page of the killed one is a stranger to the one that runs now. */
    hasRestarted: () => hasRestarted,
    /** Closes it in order; `restart` opens it again. */
    close: async (): Promise<void> => {
      await program.end('SIGTERM')
      ended()
    },
    kill: async (): Promise<void> => {
      await program.end('SIGKILL')
      ended()
    },
    /** Another start on the data that the killed one left. */
    restart: async (): Promise<void> => {
      program = startProgram(dataFolder, mode, variables)
      isRunning = true
      hasRestarted = true
      address = await program.address()
    },
    /** A start while this one runs. */
    startAgain: async () => {
      const second = startProgram(dataFolder, mode, variables)
      const exitCode = await second.ended()
      return { exitCode, said: second.said().trim(), complaints: second.complaints(), address: await second.address() }
    },
    /** Closes the till as a person would and throws its data away; answers with what it wrote to its log meanwhile. */
    discard: async () => {
      try {
        const exitCode = isRunning ? await program.end('SIGTERM') : 0
        if (isRunning) ended()
        return { exitCode, complaints: complaints.join('') }
      } finally {
        if (isRunning) await program.end('SIGKILL')
        rmSync(dataFolder, { recursive: true, force: true })
      }
    },
  }
}

export type Till = Awaited<ReturnType<typeof startTill>>
