import { setTimeout as delay } from 'node:timers/promises'
import { type ControlsPatch, defaultControls, GARBLINGS } from '#simulator/controls.ts'
import type { Simulator } from '#simulator/start-simulator.ts'
import { wholeFrom } from '../seeded.ts'

type Random = () => number

const count = (random: Random): number => wholeFrom(random, 1, 5)
const oneOf = <T>(random: Random, items: readonly T[]): T => items[wholeFrom(random, 0, items.length - 1)] as T

/** What may go wrong outside the till, each as often as the others. */
const MISFORTUNES: readonly ((random: Random) => ControlsPatch)[] = [
  () => ({ shopOffline: true }),
  () => ({ captivePortal: true }),
  () => ({ mh: 'down' }),
  () => ({ keyRevoked: true }),
  () => ({ hideRateLimits: true }),
  (random) => ({ latencyMs: wholeFrom(random, 50, 1_500) }),
  (random) => ({ loseNextAnswers: count(random) }),
  (random) => ({ truncateNext: count(random) }),
  (random) => ({ denyNextStatus: count(random), loseNextAnswers: count(random) }),
  (random) => ({ resetNext: { count: count(random), when: oneOf(random, ['before_reading', 'after_reading']) } }),
  (random) => ({
    failNext: { count: count(random), status: oneOf(random, [500, 502, 503, 504]), registers: random() < 0.5 },
  }),
  (random) => ({
    throttleNext: { count: 1, retryAfterSeconds: 1, retryAfterAs: oneOf(random, ['seconds', 'date']) },
  }),
  (random) => ({ dripNext: { count: count(random), bytesPerSecond: wholeFrom(random, 300, 3_000) } }),
  (random) => ({ garbleNext: { count: count(random), as: oneOf(random, GARBLINGS) } }),
  (random) => ({ rejectNext: { count: count(random) } }),
  (random) => ({ mh: 'down', rejectOnRevalidation: count(random) }),
  () => ({ answerRefNext: 'T99-C99-20260101-000001-OTHER' }),
]

const LASTS_MS = 1_500
const QUIET_MS = 800

/** One misfortune after another, each for a while, until it is told to end; then everything behaves. */
export const sufferMisfortunes = (simulator: Simulator, random: Random) => {
  let going = true
  const suffered = (async () => {
    while (going) {
      simulator.setControls(oneOf(random, MISFORTUNES)(random))
      await delay(random() * LASTS_MS)
      simulator.setControls(defaultControls())
      await delay(random() * QUIET_MS)
    }
  })()
  return {
    end: async (): Promise<void> => {
      going = false
      await suffered
    },
  }
}
