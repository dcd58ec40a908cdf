import type { NetworkFault } from './network-fault.ts'

const DAY_MS = 86_400_000

/** The till's clock is set while calls are under way and a document waits for its next try. */
const clockSet = (name: string, ms: number): NetworkFault => {
  let jumps = 0
  return {
    name: `clock ${name} while it sends`,
    inject: async ({ simulator, till, sells }) => {
      simulator.setControls({ loseNextAnswers: 2, latencyMs: 150 })
      sells()
      till.time.jump(ms)
      jumps += 1
    },
    injected: () => jumps,
    enough: 1,
    // Somebody sets it right again.
    recover: ({ simulator, till }) => {
      simulator.setControls({ loseNextAnswers: 0, latencyMs: 0 })
      till.time.jump(-ms)
      jumps += 1
    },
  }
}

export const clockFaults = (): readonly NetworkFault[] => [
  clockSet('+1 day', DAY_MS),
  clockSet('−1 day', -DAY_MS),
  clockSet('+1 year', 365 * DAY_MS),
  clockSet('−1 year', -365 * DAY_MS),
]
