import { writeFileSync } from 'node:fs'
import { type Refusal, refusal } from '#domain/result/refusal.ts'
import { fail, ok, type Result } from '#domain/result/result.ts'

/** Writes a file that somebody asked for by its name. */
export const saveBytes = (file: string, bytes: Uint8Array): Result<null, Refusal> => {
  try {
    writeFileSync(file, bytes)
    return ok(null)
  } catch (cause) {
    return fail(refusal('file_unwritable', '--out', { detail: cause instanceof Error ? cause.message : String(cause) }))
  }
}
