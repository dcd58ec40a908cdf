import { ORPCError } from '@orpc/server'
import type { Log } from '#adapters/system/json-log.ts'
import { randomTag } from '#adapters/system/system-clock.ts'

type Asked = { readonly path: readonly string[]; next(): Promise<unknown> }

/**
 * What is thrown at a screen's question is a bug: the log keeps its cause under an id, and the screen is told the id alone. What the contract
 * itself refuses goes through as it is.
 */
export const noteTrouble = (log: Log) => async (asked: Asked) => {
  try {
    return await asked.next()
  } catch (cause) {
    if (cause instanceof ORPCError && cause.status < 500) throw cause
    const id = randomTag()
    log('error', 'question_failed', { id, path: asked.path.join('.'), cause })
    throw new ORPCError('INTERNAL_SERVER_ERROR', { data: { id } })
  }
}
