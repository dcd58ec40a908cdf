import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { DocumentSummary } from '#application/ports/document-list.ts'
import type { Attempt } from '#application/ports/stores.ts'
import type { Customer } from '#domain/customer/customer.ts'
import type { Failpoint } from '#domain/failpoint/failpoint.ts'
import type { OpenSale } from '#domain/sale/sale.ts'
import type { Deed } from './every-act.ts'
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

/** Programs that were read before are read faster: tills that die all the time are born all the time. */
const COMPILED = path.join(tmpdir(), 'torogoz-faults-compiled')

/** The till was asked, and its process was killed, or told to stop, before it answered. */
export class TillDied extends Error {}

/** Its process ended by itself: a bug, and no fault of the world. */
export class TillCrashed extends Error {}

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
      NODE_COMPILE_CACHE: COMPILED,
      ...(failpoint !== undefined && { TOROGOZ_FAILPOINT: failpoint }),
      ...(failpointList !== undefined && { TOROGOZ_FAILPOINT_LIST: failpointList }),
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const waiting = new Map<number, Waiting>()
  let asked = 0
  let stopping = false
  let end: TillDied | TillCrashed | undefined
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
  const endOf = (code: number | null, signal: NodeJS.Signals | null): TillDied | TillCrashed =>
    signal === 'SIGKILL' || (stopping && code === 0)
      ? new TillDied('the till’s process ended')
      : new TillCrashed(`the till’s process ended by itself, with ${signal ?? `exit code ${code}`}`)
  const ended = new Promise<void>((resolve) =>
    child.once('exit', (code, signal) => {
      end = endOf(code, signal)
      for (const one of [loaded, ready, ...waiting.values()]) one.reject(end)
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
      if (end) return reject(end)
      asked += 1
      waiting.set(asked, { resolve: (value) => resolve(value as T), reject })
      tell({ id: asked, question })
    })
  const endedAsMeant = async (): Promise<void> => {
    await ended
    if (end instanceof TillCrashed) throw end
  }
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
    /** Resolves when the process is gone; throws TillCrashed where nobody wanted that. */
    ended: endedAsMeant,
    isAlive: () => end === undefined,
    sell: (sale: OpenSale, attemptId: string = randomUUID()) =>
      ask<SoldFacts>({ ask: 'do', deed: { act: 'sell', sale }, attemptId }),
    /** Any act, one press of it; answers with the document that came of it, or null. */
    does: (deed: Deed, attemptId: string = randomUUID()) => ask<SoldFacts | null>({ ask: 'do', deed, attemptId }),
    correct: (externalRef: string, customer: Customer | null) => ask<null>({ ask: 'correct', externalRef, customer }),
    /** What was rejected goes out again, corrected as far as it names anybody. */
    sendAnew: (externalRef: string, email: string) => ask<null>({ ask: 'sendAnew', externalRef, email }),
    /** From now on, in this life: it ends when it reaches the point. */
    dieAt: (failpoint: Failpoint) => ask<null>({ ask: 'dieAt', failpoint }),
    retry: (externalRef: string) => ask<null>({ ask: 'retry', externalRef }),
    print: (externalRef: string) => ask<null>({ ask: 'print', externalRef }),
    document: (externalRef: string) => ask<DocumentFacts>({ ask: 'document', externalRef }),
    /** Those of the refs that the till knows. */
    documents: (externalRefs: readonly string[]) => ask<readonly DocumentSummary[]>({ ask: 'documents', externalRefs }),
    everyDocument: () => ask<readonly DocumentSummary[]>({ ask: 'everyDocument' }),
    /** What only a person can bring on. */
    parked: () => ask<readonly DocumentSummary[]>({ ask: 'parked' }),
    /** Refs of what is neither issued nor parked. */
    stillToIssue: () => ask<readonly string[]>({ ask: 'stillToIssue' }),
    /** Whether it is the one process on its data that sends; becomes it where there is none. */
    isSender: () => ask<boolean>({ ask: 'isSender' }),
    waiting: () => ask<WaitingFacts>({ ask: 'waiting' }),
    attempts: (externalRef: string) => ask<readonly Attempt[]>({ ask: 'attempts', externalRef }),
    papers: (externalRef: string) => ask<readonly PaperFacts[]>({ ask: 'papers', externalRef }),
    verify: () => ask<readonly string[]>({ ask: 'verify' }),
    stop: async () => {
      stopping = true
      // Its end may be known before its answer has come in.
      await ask<null>({ ask: 'stop' }).catch((cause: unknown) => {
        if (!(cause instanceof TillDied)) throw cause
      })
      await endedAsMeant()
    },
    /** SIGKILL: nothing in it gets to say goodbye. Throws TillCrashed where it was gone already, and nobody had killed it. */
    kill: async () => {
      child.kill('SIGKILL')
      await endedAsMeant()
    },
  }
}

export type TillProcess = ReturnType<typeof prepareTillProcess>

export const startTillProcess = async (facts: TillFacts, options: TillProcessOptions = {}): Promise<TillProcess> => {
  const till = prepareTillProcess(options)
  await till.open(facts)
  return till
}
