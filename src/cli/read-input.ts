import { readFileSync } from 'node:fs'
import { type Refusal, refusal } from '#domain/result/refusal.ts'
import { fail, ok, type Result } from '#domain/result/result.ts'

/** A file, or standard input for "-", as JSON. */
export const readJson = (file: string): Result<unknown, Refusal> => {
  let text: string
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (cause) {
    return fail(refusal('file_unreadable', 'FILE', { detail: cause instanceof Error ? cause.message : String(cause) }))
  }
  try {
    return ok(JSON.parse(text.replace(/^\uFEFF/, '')))
  } catch (cause) {
    return fail(refusal('json_invalid', 'FILE', { detail: cause instanceof Error ? cause.message : String(cause) }))
  }
}
