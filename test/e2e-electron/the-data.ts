import { execFile } from 'node:child_process'
import { globSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

const PROGRAM = path.resolve(import.meta.dirname, '../../build/bin/torogoz.mjs')

/** What a technician's terminal says of the training data in a folder. */
export const terminalSays = (dataFolder: string, command: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const env = { ...process.env, TOROGOZ_DATA_DIR: dataFolder }
    execFile(process.execPath, [PROGRAM, command, '--training', '--json'], { env }, (error, stdout) =>
      error ? reject(error) : resolve(JSON.parse(stdout)),
    )
  })

/** The files below a folder that have these bytes anywhere, in either of the two ways that programs write text. */
export const filesWith = (folder: string, text: string): readonly string[] =>
  globSync('**/*', { cwd: folder }).filter((name) => {
    const file = path.join(folder, name)
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return false
    const bytes = readFileSync(file)
    return bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le'))
  })

/** The processes of this machine that were started with something in this folder. */
export const processesOn = (folder: string): readonly string[] =>
  globSync('/proc/[0-9]*/cmdline').filter((file) => {
    try {
      return readFileSync(file, 'utf8').includes(folder)
    } catch {
      return false
    }
  })
