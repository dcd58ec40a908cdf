import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const note = z.object({ port: z.int().min(1).max(65_535), doorKey: z.string().min(1) })
export type RunningTill = z.infer<typeof note>

const fileIn = (dataFolder: string): string => path.join(dataFolder, 'running.json')

/** Leaves word, for this person's eyes only (0600), of where the running till answers. */
export const announceTill = (dataFolder: string, till: RunningTill): void =>
  writeFileSync(fileIn(dataFolder), JSON.stringify(till), { mode: 0o600 })

export const forgetTill = (dataFolder: string): void => rmSync(fileIn(dataFolder), { force: true })

/** A fresh address of the till that already runs on this data, or null where it does not answer. */
export const addressOfRunningTill = async (dataFolder: string): Promise<string | null> => {
  try {
    const { port, doorKey } = note.parse(JSON.parse(readFileSync(fileIn(dataFolder), 'utf8')))
    const answer = await fetch(`http://127.0.0.1:${port}/otra-ventana`, {
      method: 'POST',
      headers: { authorization: `Bearer ${doorKey}` },
      signal: AbortSignal.timeout(3_000),
    })
    return answer.ok ? await answer.text() : null
  } catch {
    return null
  }
}
