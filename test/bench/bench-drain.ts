import path from 'node:path'
import { Agent, request } from 'undici'
import { aBenchTill, sellFiveLines } from './a-bench-till.ts'
import { startSimulatorProcess } from './simulator-process.ts'
import { against, type Measure, percentile } from './statistics.ts'

const ENTRIES = 1_000
const CONCURRENCY = 4
const ROUNDS = 5

/** The same bodies, posted by as many loops as the sender has calls in flight, and nothing else. */
const bareLoop = async (baseUrl: string, key: string, bodies: readonly string[]): Promise<number> => {
  const dispatcher = new Agent({ connections: CONCURRENCY, pipelining: 1 })
  const waiting = [...bodies]
  const start = performance.now()
  const post = async (): Promise<void> => {
    for (let body = waiting.shift(); body !== undefined; body = waiting.shift()) {
      const answer = await request(`${baseUrl}/invoice`, {
        method: 'POST',
        dispatcher,
        headers: { authorization: `Bearer odt_${key.repeat(56)}`, 'content-type': 'application/json' },
        body,
      })
      await answer.body.json()
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, post))
  const seconds = (performance.now() - start) / 1000
  await dispatcher.close()
  return bodies.length / seconds
}

const drain = async (
  folder: string,
  baseUrl: string,
  key: string,
): Promise<{ rate: number; bodies: readonly string[] }> => {
  const engine = await aBenchTill(folder, baseUrl, key)
  const refs = Array.from({ length: ENTRIES }, () => sellFiveLines(engine))
  // Nobody waits at the counter for a backlog: its documents are claimed a handful at a time.
  engine.stores.outbox.leaveCounter(Date.now())
  const bodies = refs.map((ref) => engine.stores.documents.request(ref, 1).body)
  const start = performance.now()
  const drained = new Promise<void>((resolve) => {
    const look = (): void => {
      if (engine.stores.outbox.unsettled(0) === 0) resolve()
      else setTimeout(look, 5)
    }
    engine.startSending()
    look()
  })
  await drained
  const seconds = (performance.now() - start) / 1000
  await engine.stop()
  return { rate: ENTRIES / seconds, bodies }
}

/** The outbox against a bare loop, both over the same simulator without limits in a process of its own, in turns; the median of each. */
export const benchDrain = async (folder: string): Promise<readonly Measure[]> => {
  const simulator = await startSimulatorProcess()
  try {
    const drained: number[] = []
    const bare: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const { rate, bodies } = await drain(path.join(folder, `drain-${round}`), simulator.baseUrl, String(round))
      drained.push(rate)
      bare.push(await bareLoop(simulator.baseUrl, String(round + ROUNDS), bodies))
    }
    return [
      against(
        `draining ${ENTRIES} entries ÷ bare undici loop`,
        'documents/s',
        percentile(drained, 0.5),
        percentile(bare, 0.5),
        { atLeast: 0.6 },
      ),
    ]
  } finally {
    simulator.stop()
  }
}
