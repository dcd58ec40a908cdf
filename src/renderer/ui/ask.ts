import { ORPCError } from '@orpc/client'
import type { RefusalView } from '#contract/values.ts'
import { fail, type Result } from '#domain/result/result.ts'

/** The input did not fit the contract: nothing was done. */
const BAD_INPUT: readonly number[] = [400, 422]

/** The engine answered that something broke in it, and wrote it down under an id. */
const idOf = ({ data, code }: ORPCError<string, unknown>): string =>
  typeof data === 'object' && data !== null && 'id' in data ? String(data.id) : code

const refusalOf = (error: unknown): RefusalView => {
  if (!(error instanceof ORPCError)) return { code: 'engine_silent' }
  return BAD_INPUT.includes(error.status)
    ? { code: 'setting_invalid' }
    : { code: 'unexpected', params: { id: idOf(error) } }
}

/** A call whose failure, whatever it is, is a refusal that can be shown. */
export const ask = async <T>(call: Promise<Result<T, RefusalView>>): Promise<Result<T, RefusalView>> => {
  try {
    return await call
  } catch (error) {
    return fail(refusalOf(error))
  }
}

/** A full disk is no such case: what did not fit was surely not saved. */
const UNCERTAIN = /^(engine_silent|unexpected|database_busy|disk_failed)$/

/** After this it is not certain that the engine did not do what it was asked: an error may come after the work was done. */
export const isUnanswered = ({ code }: RefusalView): boolean => UNCERTAIN.test(code)
