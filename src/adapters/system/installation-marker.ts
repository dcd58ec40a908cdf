import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { writeDurably } from './durable-file.ts'

const shape = z.object({
  tag: z.string(),
  installedAt: z.int(),
  machine: z.string(),
  /** The highest running number that the till is known to have used. */
  lastNumber: z.int().min(0),
  /** When the database was last seen to be whole. */
  goodAt: z.int().nullable(),
})
export type Marker = z.infer<typeof shape>

const fileIn = (dataFolder: string): string => path.join(dataFolder, 'installation.json')

/** A small file beside the database that tells of it: where it is, a database that is not there is missing and not new. */
export const installationMarker = (dataFolder: string) => ({
  exists: (): boolean => existsSync(fileIn(dataFolder)),
  /** Null where there is none, or none that can be read. */
  read: (): Marker | null => {
    try {
      return shape.parse(JSON.parse(readFileSync(fileIn(dataFolder), 'utf8')))
    } catch {
      return null
    }
  },
  write: (marker: Marker): void => writeDurably(fileIn(dataFolder), `${JSON.stringify(marker)}\n`),
})

export type InstallationMarker = ReturnType<typeof installationMarker>
