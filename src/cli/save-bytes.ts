import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Refusal, refusal } from '#domain/result/refusal.ts'
import { fail, ok, type Result } from '#domain/result/result.ts'

/** Writes a file that somebody asked for by its name, and makes its folder where there is none. */
export const saveBytes = (file: string, bytes: Uint8Array): Result<null, Refusal> => {
  try {
    mkdirSync(path.dirname(path.resolve(file)), { recursive: true })
    writeFileSync(file, bytes)
    return ok(null)
  } catch (cause) {
    return fail(refusal('file_unwritable', '--out', { detail: cause instanceof Error ? cause.message : String(cause) }))
  }
}
