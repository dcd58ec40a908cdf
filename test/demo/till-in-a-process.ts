import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import type { Customer } from '#domain/customer/customer.ts'
import type { OpenSale } from '#domain/sale/sale.ts'
import type { DocumentFacts, PaperFacts, Question, SoldFacts, TillFacts } from './till-messages.ts'

type Reply = { readonly ready?: true; readonly id?: number; readonly value?: unknown; readonly error?: string }

const SCRIPT = path.join(import.meta.dirname, 'till-process.ts')

/** A till in a process of its own. `kill` is SIGKILL: nothing in it gets to say goodbye. */
export const startTillProcess = async (facts: TillFacts) => {
  const child: ChildProcess = fork(SCRIPT, {
    env: { ...process.env, DEMO_TILL: JSON.stringify(facts) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const waiting = new Map<number, { resolve(value: unknown): void; reject(cause: Error): void }>()
  let asked = 0
  const ready = new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the till ended before it was ready (${code})`)))
    child.on('message', ({ ready: isReady, id = 0, value, error }: Reply) => {
      if (isReady) return resolve()
      const one = waiting.get(id)
      waiting.delete(id)
      if (error === undefined) one?.resolve(value)
      else one?.reject(new Error(error))
    })
  })
  await ready
  const ask = <T>(question: Question): Promise<T> =>
    new Promise((resolve, reject) => {
      asked += 1
      waiting.set(asked, { resolve: (value) => resolve(value as T), reject })
      child.send({ id: asked, question })
    })
  return {
    sell: (sale: OpenSale) => ask<SoldFacts>({ ask: 'sell', sale }),
    correct: (externalRef: string, customer: Customer | null) => ask<null>({ ask: 'correct', externalRef, customer }),
    retry: (externalRef: string) => ask<null>({ ask: 'retry', externalRef }),
    print: (externalRef: string) => ask<null>({ ask: 'print', externalRef }),
    document: (externalRef: string) => ask<DocumentFacts>({ ask: 'document', externalRef }),
    papers: (externalRef: string) => ask<readonly PaperFacts[]>({ ask: 'papers', externalRef }),
    verify: () => ask<readonly string[]>({ ask: 'verify' }),
    stop: async () => {
      await ask<null>({ ask: 'stop' })
      await ended
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

export type TillProcess = Awaited<ReturnType<typeof startTillProcess>>
