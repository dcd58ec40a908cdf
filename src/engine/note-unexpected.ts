import { stderrLog } from '#adapters/system/json-log.ts'
import { randomTag } from '#adapters/system/system-clock.ts'

/** A bug: the log keeps its cause under the id that the person is told. */
export const noteUnexpected = (cause: unknown): string => {
  const id = randomTag()
  stderrLog('error', 'unexpected', { id, cause })
  return id
}
