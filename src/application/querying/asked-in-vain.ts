import type { Outcome } from '#domain/document/outcome.ts'
import { type Refusal, refusal } from '#domain/result/refusal.ts'

type NoAnswer = Extract<Outcome, { kind: 'locked_out' | 'throttled' | 'unreachable' | 'unknown' }>

/** Rounded up: nobody is told to come back too early. */
const wholeSeconds = (ms: number): number => (ms - (ms % 1000)) / 1000 + (ms % 1000 === 0 ? 0 : 1)

/** Why a question that somebody waits for brought nothing. */
export const askedInVain = (result: NoAnswer): Refusal<'key_refused' | 'api_throttled' | 'api_unreachable'> => {
  switch (result.kind) {
    case 'locked_out':
      return refusal('key_refused')
    case 'throttled':
      return refusal('api_throttled', undefined, { seconds: wholeSeconds(result.retryAfterMs) })
    default:
      return refusal('api_unreachable', undefined, { detail: result.detail })
  }
}
