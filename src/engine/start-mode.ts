import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export type Mode = 'training' | 'live'

export type StartMode = { read(): Mode; write(mode: Mode): void }

/** Which mode the next start has, in a file of its own: each mode has its own database. Training until the shop says otherwise. */
export const startMode = (dataFolder: string): StartMode => {
  const file = path.join(dataFolder, 'mode')
  return {
    read: () => {
      try {
        return readFileSync(file, 'utf8').trim() === 'live' ? 'live' : 'training'
      } catch {
        return 'training'
      }
    },
    write: (mode) => {
      mkdirSync(dataFolder, { recursive: true })
      writeFileSync(file, `${mode}\n`)
    },
  }
}
