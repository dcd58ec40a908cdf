import path from 'node:path'
import type { Engine } from '#engine/create-engine.ts'
import { type Simulator, startSimulator } from '#simulator/start-simulator.ts'
import { type ManualClock, manualClock } from '#support/manual-clock.ts'
import { aBenchTill, sellFiveLines } from './a-bench-till.ts'
import { against, type Measure } from './statistics.ts'

const LIMITS = { perMinute: 120, perHour: 5_000 }
const MINUTES = 10
/** By then the till knows the budget. */
const CONVERGED_MINUTES = 2
const DOCUMENTS = LIMITS.perMinute * (MINUTES + 1)
const STEP_MS = 100
const MINUTE_MS = 60_000
const ISSUING_PATH = '/api/connect/invoice'

/** Moves time on in small steps, and lets every call that becomes due come to its end. */
const pass = async (engine: Engine, clock: ManualClock, ms: number): Promise<void> => {
  for (const until = clock.now() + ms; clock.now() < until; ) {
    clock.advance(STEP_MS)
    await engine.sender.idle()
  }
}

const after = (simulator: Simulator, instant: number) =>
  simulator.requests().filter(({ at }) => Date.parse(at) >= instant)

/**
 * A backlog that does not end against the documented limits, the real sender and the real simulator in a time of their own: the share of the
 * ceiling that issues documents. Then a small one to its very end: how many calls a document costs, its files included.
 */
export const benchBudget = async (folder: string): Promise<readonly Measure[]> => {
  const clock = manualClock()
  const time = { clock, timers: clock }
  const simulator = await startSimulator({ rateLimits: LIMITS, now: clock.now })
  const engine = await aBenchTill(path.join(folder, 'budget'), simulator.baseUrl, 'a', time)
  for (let sold = 0; sold < DOCUMENTS; sold += 1) sellFiveLines(engine)
  engine.startSending()
  await pass(engine, clock, CONVERGED_MINUTES * MINUTE_MS)
  const converged = clock.now()
  await pass(engine, clock, (MINUTES - CONVERGED_MINUTES) * MINUTE_MS)
  const calls = after(simulator, converged)
  const refused = calls.filter(({ status }) => status === 429).length
  const issued = calls.filter(({ path: to, status }) => to === ISSUING_PATH && status === 200).length
  const ceiling = (MINUTES - CONVERGED_MINUTES) * LIMITS.perMinute
  await engine.stop()
  await simulator.close()

  const free = await startSimulator({ rateLimits: 'none', now: clock.now })
  const quiet = await aBenchTill(path.join(folder, 'calls'), free.baseUrl, 'b', time)
  const few = 200
  for (let sold = 0; sold < few; sold += 1) sellFiveLines(quiet)
  quiet.startSending()
  const { stores } = quiet
  const isDone = () =>
    stores.outbox.unsettled(clock.now()) === 0 && stores.files.nextWanted(Number.MAX_SAFE_INTEGER) === null
  while (!isDone()) await pass(quiet, clock, 1_000)
  const each = free.requests().length / few
  await quiet.stop()
  await free.close()
  return [
    against('documents issued in a backlog ÷ the API’s ceiling', 'documents', issued, ceiling, { atLeast: 0.95 }),
    against('files and questions meanwhile ÷ the API’s ceiling', 'calls', calls.length - refused - issued, ceiling),
    against('refused with 429 after convergence ÷ calls', 'calls', refused, calls.length, { atMost: 0 }),
    { name: 'calls a document, its ticket and signed JSON included', value: each, unit: 'calls' },
  ]
}
