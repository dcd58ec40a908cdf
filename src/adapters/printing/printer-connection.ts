import { connect, type Socket } from 'node:net'
import {
  isStatusByte,
  STATUS_QUESTIONS,
  type StatusQuestion,
  statusQuestion,
  type Trouble,
  troubleIn,
} from './printer-status.ts'

export type Answer = { readonly kind: 'ready' } | { readonly kind: 'silent' } | ({ readonly kind: 'trouble' } & Trouble)

/** How a wait came out: what it waited for, the time was up, or the connection was gone. */
export type Wait = 'done' | 'timed_out' | 'gone'

/** A connection to a printer. Every wait ends: by itself, by its time, or because the connection is gone. */
export type PrinterConnection = {
  /** Asks DLE EOT 1, 2 and 4, one after the other; "gone" where the connection ended meanwhile. */
  inquire(limits: { readonly eachMs: number; readonly allMs: number }): Promise<Answer | 'gone'>
  /** "done" once the operating system took every byte. */
  send(bytes: Uint8Array, withinMs: number): Promise<Wait>
  /** Says that no more is coming; "done" once the printer has closed too, having read everything. */
  finish(withinMs: number): Promise<Wait>
  /** Ends it; what the operating system still holds is delivered. */
  drop(): void
  /** Ends it by a reset, so that what is still held does not come out as a surprise when the printer wakes up. */
  abandon(): void
}

const within = (work: Promise<Wait>, ms: number): Promise<Wait> => {
  const { promise, resolve } = Promise.withResolvers<Wait>()
  const timer = setTimeout(resolve, ms, 'timed_out')
  work.then(resolve)
  return promise.finally(() => clearTimeout(timer))
}

const connectionOver = (socket: Socket): PrinterConnection => {
  const received: number[] = []
  const gone = Promise.withResolvers<Wait>()
  const ended = Promise.withResolvers<Wait>()
  let arrived: () => void = () => {}
  let reset = false
  let finishing = false

  socket.on('data', (chunk) => {
    received.push(...chunk.filter(isStatusByte))
    if (received.length > 0) arrived()
  })
  socket.on('error', () => {
    reset = true
  })
  socket.on('end', () => {
    ended.resolve(finishing ? 'done' : 'gone')
    if (!finishing) gone.resolve('gone')
  })
  socket.on('close', () => {
    gone.resolve('gone')
    ended.resolve(reset ? 'gone' : 'done')
  })

  const ask = async (question: StatusQuestion, withinMs: number): Promise<number | Exclude<Wait, 'done'>> => {
    received.length = 0
    const answered = new Promise<Wait>((resolve) => {
      arrived = () => resolve('done')
    })
    socket.write(statusQuestion(question))
    const wait = await within(Promise.race([answered, gone.promise]), withinMs)
    return wait === 'done' ? (received[0] ?? 0) : wait
  }

  return {
    inquire: async ({ eachMs, allMs }) => {
      const deadline = performance.now() + allMs
      const answers = new Map<StatusQuestion, number>()
      for (const question of STATUS_QUESTIONS) {
        const answer = await ask(question, Math.min(eachMs, Math.max(0, deadline - performance.now())))
        if (answer === 'gone') return 'gone'
        if (answer === 'timed_out') break
        answers.set(question, answer)
      }
      const trouble = troubleIn(answers)
      if (trouble) return { kind: 'trouble', ...trouble }
      return { kind: answers.size === STATUS_QUESTIONS.length ? 'ready' : 'silent' }
    },
    send: (bytes, withinMs) => {
      const flushed = new Promise<Wait>((resolve) => {
        socket.write(bytes, (problem) => resolve(problem ? 'gone' : 'done'))
      })
      return within(Promise.race([flushed, gone.promise]), withinMs)
    },
    finish: (withinMs) => {
      socket.end(() => {
        finishing = true
      })
      return within(ended.promise, withinMs)
    },
    drop: () => {
      socket.destroy()
    },
    abandon: () => {
      socket.resetAndDestroy()
    },
  }
}

/** Connects within `withinMs`; a text where it could not, saying why. */
export const openPrinterConnection = (
  host: string,
  port: number,
  withinMs: number,
): Promise<PrinterConnection | string> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, allowHalfOpen: true, noDelay: true })
    const giveUp = (detail: string) => {
      clearTimeout(timer)
      socket.destroy()
      resolve(detail)
    }
    const timer = setTimeout(giveUp, withinMs, `no connection within ${withinMs} ms`)
    const refused = ({ message }: Error) => giveUp(message)
    socket.once('error', refused)
    socket.once('connect', () => {
      clearTimeout(timer)
      socket.off('error', refused)
      resolve(connectionOver(socket))
    })
  })
