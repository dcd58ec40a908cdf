import type { Engine } from '#engine/create-engine.ts'
import { type Done, done, refused } from '../command.ts'
import { withPermission } from '../with-permission.ts'

/** Asks for a stamped document's cancellation; the sender brings it to the API. */
export const cancel = (engine: Engine, ref: string, reason: string, pin: string | undefined): Done => {
  const asked = withPermission(engine, pin, () => engine.cancelDocument(ref, reason))
  if (!asked.ok) return refused(asked.error)
  const { state } = asked.value
  return done({ external_ref: ref, state }, [`${ref}  ${state}  se pedirá su anulación`])
}
