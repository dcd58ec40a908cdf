import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { hasDisplay } from '#server/open-window.ts'
import { startRealShell } from './real-shell.ts'
import { startStandInShell } from './stand-in-shell.ts'

export type Ended = { readonly code: number | null; readonly dialogs: readonly string[] }

/** A started Electron shell; which Electron, no story needs to know. */
export type Shell = {
  /** The window's page, once it is there. */
  readonly page: Promise<Page>
  readonly ended: Promise<Ended>
  /** Runs a function in the main process with the module `electron`; the function sees nothing else of the test. */
  inMain<Argument, Answer>(
    run: (electron: typeof import('electron'), argument: Argument) => Answer | Promise<Answer>,
    argument: Argument,
  ): Promise<Answer>
  signal(signal: NodeJS.Signals): void
}

export type ShellFacts = { readonly root: string; readonly env: NodeJS.ProcessEnv }

const ROOT = path.resolve(import.meta.dirname, '../..')

/** Whether Electron's own binary is on this machine and can run: its sandbox does not run as root, its window needs a display. */
export const isReal =
  existsSync(path.join(ROOT, 'node_modules/electron/path.txt')) && process.getuid?.() !== 0 && hasDisplay()

export type ShellOptions = { readonly mode?: 'training' | 'live'; readonly env?: NodeJS.ProcessEnv }

/** Starts the built shell on a data folder. */
export const startShell = (dataFolder: string, { mode = 'training', env = {} }: ShellOptions = {}): Shell => {
  if (mode === 'live') {
    mkdirSync(dataFolder, { recursive: true })
    writeFileSync(path.join(dataFolder, 'mode'), 'live\n')
  }
  const given = { TOROGOZ_DATA_DIR: dataFolder, TOROGOZ_PRINTER: 'none', OCOTE_BASE_URL: '', OCOTE_API_KEY: '', ...env }
  const facts = { root: ROOT, env: { ...process.env, ...given } }
  return isReal ? startRealShell(facts) : startStandInShell(facts)
}
