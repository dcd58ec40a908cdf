import type { FiscalApi } from '#application/ports/fiscal-api.ts'
import type { Clock } from '#application/ports/system.ts'
import { type Refusal, refusal } from '#domain/result/refusal.ts'
import type { LineState, LineToApi } from './line-to-api.ts'

type Dependencies = { readonly api: Pick<FiscalApi, 'hasKey'>; readonly line: LineToApi; readonly clock: Clock }

const HELD: { readonly [State in LineState]?: string } = {
  offline: 'api_unreachable',
  key_refused: 'key_refused',
}

/** Why the API is not asked anything by somebody at a screen now; null where it may be. */
export const askingRefusal = ({ api, line, clock }: Dependencies): Refusal | null => {
  if (!api.hasKey()) return refusal('no_key')
  const held = HELD[line.state()]
  if (held !== undefined) return refusal(held)
  const waitMs = line.holdUntil() - clock.now()
  const isToldToWait = line.state() === 'throttled' && waitMs > 0
  return isToldToWait ? refusal('api_throttled', undefined, { seconds: Math.ceil(waitMs / 1000) }) : null
}
