import type { FiscalApi } from '#application/ports/fiscal-api.ts'
import type { Clock } from '#application/ports/system.ts'
import { type Refusal, refusal } from '#domain/result/refusal.ts'
import type { LineState, LineToApi } from './line-to-api.ts'

type Dependencies = { readonly api: Pick<FiscalApi, 'hasKey'>; readonly line: LineToApi; readonly clock: Clock }

const HELD: { readonly [State in LineState]?: string } = {
  offline: 'api_unreachable',
  key_refused: 'key_refused',
}

/** Why whatever is asked of the API now would come to nothing; null where it may be asked, be it after a while. */
export const lineRefusal = ({ api, line }: Pick<Dependencies, 'api' | 'line'>): Refusal | null => {
  const held = api.hasKey() ? HELD[line.state()] : 'no_key'
  return held === undefined ? null : refusal(held)
}

/** Why the API is not asked anything by somebody at a screen now; null where it may be. */
export const askingRefusal = ({ api, line, clock }: Dependencies): Refusal | null => {
  const refused = lineRefusal({ api, line })
  if (refused) return refused
  const waitMs = line.holdUntil() - clock.now()
  const isToldToWait = line.state() === 'throttled' && waitMs > 0
  return isToldToWait ? refusal('api_throttled', undefined, { seconds: Math.ceil(waitMs / 1000) }) : null
}
