import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import type { EngineConfig } from '#engine/config.ts'

const textOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))

/** A log that adds every error to a file before anything else happens: a till that is killed then has told of it. */
export const troublesInto =
  (file: string): NonNullable<EngineConfig['log']> =>
  (level, event, facts) => {
    if (level === 'error') appendFileSync(file, `${JSON.stringify(`${event}: ${textOf(facts?.cause)}`)}\n`)
  }

/** Bugs that tills told of there, in all of their lives; a line that is being written is none yet. */
export const troublesIn = (file: string | undefined): readonly string[] =>
  file === undefined || !existsSync(file) ? [] : readFileSync(file, 'utf8').split('\n').slice(0, -1)
