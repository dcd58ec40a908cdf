import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Instant } from '#domain/clock/local-time.ts'
import { writeDurably } from './durable-file.ts'

const presence = z.object({
  store: z.string(),
  till: z.string(),
  tag: z.string(),
  machine: z.string(),
  /** The machine's name, for people. */
  host: z.string(),
  seenAt: z.int(),
  /** Since when it has borne its tag. */
  since: z.int(),
})
export type Presence = z.infer<typeof presence>

const SEEN_WITHIN_MS = 7 * 86_400_000

const readPresence = (file: string): Presence | null => {
  try {
    return presence.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

/** What tills leave of themselves in a folder that they share: `tills/T01-C01-7QK3F.json`. */
export const tillPresence = (sharedFolder: string) => {
  const folder = path.join(sharedFolder, 'tills')
  return {
    leave: (own: Presence): void =>
      writeDurably(path.join(folder, `${own.store}-${own.till}-${own.tag}.json`), `${JSON.stringify(own)}\n`),
    /**
     * Another machine's till with the same store and till codes, seen within a week; the one seen last. One that was last seen before this till bore
     * its tag is the machine that this one replaced.
     */
    findTwin: (own: Presence, now: Instant): Presence | null =>
      readdirSync(folder)
        .filter((name) => name.startsWith(`${own.store}-${own.till}-`) && name.endsWith('.json'))
        .map((name) => readPresence(path.join(folder, name)))
        .filter((other) => other !== null)
        .filter(
          ({ tag, machine, seenAt }) =>
            tag !== own.tag && machine !== own.machine && seenAt > own.since && now - seenAt < SEEN_WITHIN_MS,
        )
        .sort((left, right) => right.seenAt - left.seenAt)[0] ?? null,
  }
}
