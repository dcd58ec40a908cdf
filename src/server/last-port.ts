import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const fileIn = (dataFolder: string): string => path.join(dataFolder, 'port')

/** The port that this data's till last had; 0, for any that is free, where there was none. */
export const lastPort = (dataFolder: string): number => {
  try {
    const port = Number(readFileSync(fileIn(dataFolder), 'utf8'))
    return Number.isInteger(port) && port > 1023 && port < 65_536 ? port : 0
  } catch {
    return 0
  }
}

export const keepPort = (dataFolder: string, port: number): void => writeFileSync(fileIn(dataFolder), `${port}\n`)
