import { existsSync, readFileSync, rmSync } from 'node:fs'
import { z } from 'zod'
import { writeDurably } from '#adapters/system/durable-file.ts'
import { dataPlaces } from './data-places.ts'

const shape = z.object({ file: z.string(), refused: z.string().nullable() })
export type RequestedRestore = z.infer<typeof shape>

/** What the next start is to go back to, in a file of its own beside the database, like the mode of the next start. */
export const requestedRestore = (dataFolder: string) => {
  const { requested } = dataPlaces(dataFolder)
  return {
    read: (): RequestedRestore | null => {
      if (!existsSync(requested)) return null
      const parsed = shape.safeParse(JSON.parse(readFileSync(requested, 'utf8')))
      return parsed.success ? parsed.data : null
    },
    write: (request: RequestedRestore): void => writeDurably(requested, JSON.stringify(request)),
    clear: (): void => rmSync(requested, { force: true }),
  }
}
