import path from 'node:path'
import Database from 'better-sqlite3'
import { buildDBClient, SqliteQueue } from 'liteque'
import { better, defineQueue } from 'plainjob'
import type { ApiAnswer } from '#application/ports/fiscal-api.ts'
import type { Claim } from '#application/ports/stores.ts'
import { settleTry } from '#application/sending/settle-try.ts'
import type { Engine } from '#engine/create-engine.ts'
import { aBenchTill, sellFiveLines } from './a-bench-till.ts'
import { against, type Measure, percentile } from './statistics.ts'

const JOBS = 1_000
const ROUNDS = 3
/** As many as the sender claims ahead, and as many answers as come in together. */
const CLAIMED_AT_A_TIME = 32
const SETTLED_AT_A_TIME = 4

const stamped = (count: number): ApiAnswer => ({
  outcome: {
    kind: 'stamped',
    facts: {
      documentId: `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`,
      controlNumber: `DTE-01-M001P001-${String(count).padStart(15, '0')}`,
      generationCode: 'A1B2C3D4-E5F6-4A7B-8C9D-0E1F2A3B4C5D',
      receptionStamp: '2026A1B2C3D4E5F60718293A4B5C6D7E8F901234',
      amounts: { taxable: null, vat: null, gross: null, withheld: null },
      isDuplicate: false,
    },
    remarks: { code: '001', texts: [] },
  },
  httpStatus: 200,
  raw: '{"success":true}',
  budget: null,
})

const microsecondsEach = async (work: () => unknown): Promise<number> => {
  const start = performance.now()
  await work()
  return ((performance.now() - start) * 1000) / JOBS
}

const settling = ({ stores, unitOfWork, clock, chance }: Engine) => settleTry({ stores, unitOfWork, clock, chance })

/** Claims and answers as the sender takes them: claims durable and ahead, answers relaxed and together. */
const asTheSender = (engine: Engine): void => {
  const { stores, unitOfWork, clock } = engine
  const settle = settling(engine)
  let count = 0
  const claim = () => unitOfWork.run(() => stores.outbox.claim(clock.now(), CLAIMED_AT_A_TIME))
  for (let claims: readonly Claim[] = claim(); claims.length > 0; claims = claim())
    for (let at = 0; at < claims.length; at += SETTLED_AT_A_TIME)
      unitOfWork.runRelaxed(() => {
        for (const one of claims.slice(at, at + SETTLED_AT_A_TIME)) {
          count += 1
          settle(one, stamped(count))
        }
      })
}

/** One by one, a flush of the disk for each claim and each answer: what the libraries are asked for as well. */
const oneByOne = (engine: Engine): void => {
  const { stores, unitOfWork, clock } = engine
  const settle = settling(engine)
  let count = 0
  const claim = () => unitOfWork.run(() => stores.outbox.claim(clock.now(), 1))[0]
  for (let one = claim(); one; one = claim()) {
    const claimed = one
    count += 1
    unitOfWork.run(() => settle(claimed, stamped(count)))
  }
}

const ours = async (folder: string, work: (engine: Engine) => void): Promise<number> => {
  const engine = await aBenchTill(folder)
  for (let count = 0; count < JOBS; count += 1) sellFiveLines(engine)
  const cost = await microsecondsEach(() => work(engine))
  await engine.stop()
  return cost
}

const plainjob = async (file: string): Promise<number> => {
  const database = new Database(file)
  const queue = defineQueue({ connection: better(database) })
  database.pragma('synchronous = FULL')
  for (let count = 0; count < JOBS; count += 1) queue.add('send', { ref: count })
  const cost = await microsecondsEach(() => {
    for (let job = queue.getAndMarkJobAsProcessing('send'); job; job = queue.getAndMarkJobAsProcessing('send'))
      queue.markJobAsDone(job.id)
  })
  queue.close()
  return cost
}

/**
 * liteque passes an asynchronous function to the driver's transaction, which better-sqlite3 has refused since its version 10: here it gets the
 * same BEGIN and COMMIT around it, so that it can run at all.
 */
const liteque = async (file: string): Promise<number> => {
  const database = buildDBClient(file, { runMigrations: true })
  const { session } = database as unknown as { readonly session: { readonly client: Database.Database } }
  session.client.pragma('synchronous = FULL')
  Object.assign(database, {
    transaction: async (work: (inside: typeof database) => Promise<unknown>) => {
      session.client.exec('BEGIN')
      const result = await work(database)
      session.client.exec('COMMIT')
      return result
    },
  })
  const queue = new SqliteQueue<{ ref: number }>('send', database, {
    defaultJobArgs: { numRetries: 1 },
    keepFailedJobs: false,
  })
  for (let count = 0; count < JOBS; count += 1) await queue.enqueue({ ref: count })
  const next = () => queue.attemptDequeue({ timeoutSecs: 60 })
  const cost = await microsecondsEach(async () => {
    for (let job = await next(); job; job = await next()) await queue.finalize(job.id, job.allocationId, 'completed')
  })
  session.client.close()
  return cost
}

/**
 * What the outbox itself costs a document, claim and settle with its attempt, its journal line and its wishes for files, against two queues that only
 * mark a row; every one of them with `synchronous = FULL`.
 */
export const benchOutbox = async (folder: string): Promise<readonly Measure[]> => {
  const costs = { sender: [] as number[], single: [] as number[], plainjob: [] as number[], liteque: [] as number[] }
  for (let round = 0; round < ROUNDS; round += 1) {
    const at = (name: string) => path.join(folder, `outbox-${name}-${round}`)
    costs.sender.push(await ours(at('sender'), asTheSender))
    costs.single.push(await ours(at('single'), oneByOne))
    costs.plainjob.push(await plainjob(`${at('plainjob')}.db`))
    costs.liteque.push(await liteque(`${at('liteque')}.db`))
  }
  const median = (name: keyof typeof costs) => percentile(costs[name], 0.5)
  return [
    against(`outbox as the sender runs it ÷ plainjob, ${JOBS} jobs`, 'µs a job', median('sender'), median('plainjob')),
    against(`outbox as the sender runs it ÷ liteque, ${JOBS} jobs`, 'µs a job', median('sender'), median('liteque')),
    against('outbox one by one ÷ plainjob', 'µs a job', median('single'), median('plainjob')),
    against('outbox one by one ÷ liteque', 'µs a job', median('single'), median('liteque')),
  ]
}
