import type { Engine } from '#engine/create-engine.ts'
import { type Done, done, refused } from '../command.ts'

/** Asks for a stamped document's cancellation; the sender brings it to the API. */
export const cancel = (engine: Engine, ref: string, reason: string): Done => {
  const asked = engine.guardDisk(() => engine.cancelDocument(ref, reason))
  if (!asked.ok) return refused(asked.error)
  const { state } = asked.value
  return done({ external_ref: ref, state }, [`${ref}  ${state}  se pedirá su anulación`])
}
