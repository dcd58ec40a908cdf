import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { DocumentSummary } from '#application/ports/document-list.ts'
import type { Customer } from '#domain/customer/customer.ts'
import type { Failpoint } from '#domain/failpoint/failpoint.ts'
import type { OpenSale } from '#domain/sale/sale.ts'
import type {
  DocumentFacts,
  FromTill,
  PaperFacts,
  Question,
  SoldFacts,
  TillFacts,
  ToTill,
  WaitingFacts,
} from './till-messages.ts'

const SCRIPT = path.join(import.meta.dirname, 'till-process.ts')

/** The till was asked, and its process ended before it answered. */
export class TillDied extends Error {}

/** The till said no, with the code of why. */
export class TillRefused extends Error {}

export type TillProcessOptions = {
  /** Where it is to die: the point, or the point and how often it is reached before. */
  readonly failpoint?: Failpoint | `${Failpoint}:${number}`
  /** A file for the failpoints that it reaches. */
  readonly failpointList?: string
}

type Waiting = { resolve(value: unknown): void; reject(cause: Error): void }

/** A till's process with its program loaded and nothing opened: a replacement that stands ready. */
export const prepareTillProcess = ({ failpoint, failpointList }: TillProcessOptions = {}) => {
  const child = fork(SCRIPT, {
    execArgv: ['--conditions=torogoz-faults'],
    env: {
      ...process.env,
      ...(failpoint !== undefined && { TOROGOZ_FAILPOINT: failpoint }),
      ...(failpointList !== undefined && { TOROGOZ_FAILPOINT_LIST: failpointList }),
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const waiting = new Map<number, Waiting>()
  let asked = 0
  let alive = true
  const loaded = Promise.withResolvers<void>()
  const ready = Promise.withResolvers<void>()
  for (const { promise } of [loaded, ready]) promise.catch(() => undefined)
  child.on('message', (message: FromTill) => {
    if (message.said === 'loaded') return loaded.resolve()
    if (message.said === 'ready') return ready.resolve()
    if (message.said === 'not_opened') return ready.reject(new TillRefused(message.error))
    const one = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.said === 'answer') one?.resolve(message.value)
    else one?.reject(new TillRefused(message.error))
  })
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      alive = false
      const died = new TillDied('the till’s process ended')
      for (const one of [loaded, ready, ...waiting.values()]) one.reject(died)
      waiting.clear()
      resolve()
    }),
  )
  const tell = (message: ToTill): void => {
    // A process that is gone is known by its exit; that the pipe broke first says nothing more.
    child.send(message, () => undefined)
  }
  const ask = <T>(question: Question): Promise<T> =>
    new Promise((resolve, reject) => {
      if (!alive) return reject(new TillDied('the till’s process ended'))
      asked += 1
      waiting.set(asked, { resolve: (value) => resolve(value as T), reject })
      tell({ id: asked, question })
    })
  return {
    /** Opens the till on its data; throws TillRefused where it does not open, TillDied where it dies at it. */
    open: async (facts: TillFacts): Promise<void> => {
      await loaded.promise
      tell({ open: facts })
      await ready.promise
    },
    pid: child.pid ?? 0,
    /** Resolves when its program is loaded and it is about to be opened; rejects with TillDied. */
    loaded: loaded.promise,
    /** Resolves when the process is gone. */
    ended,
    isAlive: () => alive,
    sell: (sale: OpenSale, attemptId: string = randomUUID()) => ask<SoldFacts>({ ask: 'sell', sale, attemptId }),
    correct: (externalRef: string, customer: Customer | null) => ask<null>({ ask: 'correct', externalRef, customer }),
    cancel: (externalRef: string, reason: string) => ask<null>({ ask: 'cancel', externalRef, reason }),
    retry: (externalRef: string) => ask<null>({ ask: 'retry', externalRef }),
    print: (externalRef: string) => ask<null>({ ask: 'print', externalRef }),
    document: (externalRef: string) => ask<DocumentFacts>({ ask: 'document', externalRef }),
    /** Those of the refs that the till knows. */
    documents: (externalRefs: readonly string[]) => ask<readonly DocumentSummary[]>({ ask: 'documents', externalRefs }),
    waiting: () => ask<WaitingFacts>({ ask: 'waiting' }),
    papers: (externalRef: string) => ask<readonly PaperFacts[]>({ ask: 'papers', externalRef }),
    verify: () => ask<readonly string[]>({ ask: 'verify' }),
    stop: async () => {
      await ask<null>({ ask: 'stop' })
      await ended
    },
    /** SIGKILL: nothing in it gets to say goodbye. */
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

export type TillProcess = ReturnType<typeof prepareTillProcess>

export const startTillProcess = async (facts: TillFacts, options: TillProcessOptions = {}): Promise<TillProcess> => {
  const till = prepareTillProcess(options)
  await till.open(facts)
  return till
}
