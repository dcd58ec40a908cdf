import type { Printer, PrinterStatus, PrintFailureCode, PrintOutcome } from '#application/ports/printing.ts'
import { type Answer, openPrinterConnection, type PrinterConnection } from './printer-connection.ts'

export type PrinterTimeouts = {
  readonly connectMs: number
  /** A printer that does not answer DLE EOT within this is taken for one that never does. */
  readonly answerMs: number
  /** For a whole paper: this, and what its bytes take at `bytesPerSecond`. */
  readonly baseMs: number
  readonly bytesPerSecond: number
  /** For a printer that has said all is well to close its side too. */
  readonly closeMs: number
}

export const PRINTER_TIMEOUTS: PrinterTimeouts = {
  connectMs: 3000,
  answerMs: 600,
  baseMs: 5000,
  bytesPerSecond: 8000,
  closeMs: 1000,
}

/** How long a paper of `bytes` may take once its first byte is sent, in milliseconds. */
export const paperTimeoutMs = (bytes: number, { baseMs, bytesPerSecond }: PrinterTimeouts): number =>
  baseMs + Math.ceil((bytes * 1000) / bytesPerSecond)

type TcpPrinterOptions = {
  readonly host: string
  readonly port: number
  readonly timeouts?: Partial<PrinterTimeouts>
}

const PRINTED: PrintOutcome = { kind: 'printed' }
const failed = (code: PrintFailureCode, detail: string): PrintOutcome => ({ kind: 'failed', code, detail })
const unknown = (code: PrintFailureCode, detail: string): PrintOutcome => ({ kind: 'unknown', code, detail })

const TIMED_OUT = unknown('printer_timed_out', 'the printer did not take the whole paper in time')
const CLOSED = unknown('printer_closed_early', 'the printer closed the connection before it had taken the whole paper')

/** From the first byte of the paper on nothing can be "surely not printed" any more. */
const sendPaper = async (
  connection: PrinterConnection,
  bytes: Uint8Array,
  isSilent: boolean,
  timeouts: PrinterTimeouts,
): Promise<PrintOutcome> => {
  const deadline = performance.now() + paperTimeoutMs(bytes.length, timeouts)
  const left = () => Math.max(0, deadline - performance.now())
  const brokenOff = (wait: 'timed_out' | 'gone'): PrintOutcome => {
    connection.abandon()
    return wait === 'gone' ? CLOSED : TIMED_OUT
  }

  const sent = await connection.send(bytes, left())
  if (sent !== 'done') return brokenOff(sent)
  if (isSilent) {
    const finished = await connection.finish(left())
    return finished === 'done' ? PRINTED : brokenOff(finished)
  }
  const after = await connection.inquire({ eachMs: left(), allMs: left() })
  if (after === 'gone') return brokenOff('gone')
  if (after.kind === 'silent') return brokenOff('timed_out')
  if (after.kind === 'trouble') return unknown(after.code, after.detail)
  await connection.finish(Math.min(left(), timeouts.closeMs))
  return PRINTED
}

/**
 * A network printer. "printed" means that it answered DLE EOT with all well after the paper, or, where it never answers, that it
 * read everything and closed after us. One connection at a time: printers accept no more.
 */
export const createTcpPrinter = ({ host, port, timeouts: given = {} }: TcpPrinterOptions): Printer => {
  const timeouts = { ...PRINTER_TIMEOUTS, ...given }
  let turn: Promise<unknown> = Promise.resolve()

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work, work)
    turn = mine
    return mine
  }

  const withPrinter = async <T>(
    unreachable: (code: PrintFailureCode, detail: string) => T,
    use: (connection: PrinterConnection, answer: Answer) => Promise<T>,
  ): Promise<T> => {
    const connection = await openPrinterConnection(host, port, timeouts.connectMs)
    if (typeof connection === 'string') return unreachable('printer_unreachable', connection)
    try {
      const answer = await connection.inquire({ eachMs: timeouts.answerMs, allMs: 3 * timeouts.answerMs })
      if (answer === 'gone') return unreachable('printer_unreachable', 'the printer closed the connection at once')
      return await use(connection, answer)
    } finally {
      connection.drop()
    }
  }

  const trouble = (code: PrintFailureCode, detail: string): PrinterStatus => ({ kind: 'trouble', code, detail })

  return {
    print: (bytes) =>
      inTurn(() =>
        withPrinter(failed, async (connection, before) =>
          before.kind === 'trouble'
            ? failed(before.code, before.detail)
            : sendPaper(connection, bytes, before.kind === 'silent', timeouts),
        ),
      ),
    status: () =>
      inTurn(() =>
        withPrinter(trouble, async (_, { kind, ...rest }) =>
          'code' in rest ? trouble(rest.code, rest.detail) : ({ kind: 'ready' } as const),
        ),
      ),
  }
}
