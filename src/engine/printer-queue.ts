import type { PrintJob, Stores } from '#application/ports/stores.ts'
import type { Clock } from '#application/ports/system.ts'
import type { Timers } from './timers.ts'

type Dependencies = {
  readonly stores: Pick<Stores, 'printJobs'>
  readonly clock: Clock
  readonly timers: Timers
  readonly printWaiting: () => Promise<PrintJob | null>
  /** A bug: told, and the queue goes on with the next wake. */
  readonly trouble: (cause: unknown) => void
}

/** A job whose time is over and that still waits is looked at again this often. */
const SHORTEST_SLEEP_MS = 50

export type PrinterQueue = {
  start(): void
  /** A job came, a document moved, a file arrived, the line broke: another paper may be decided now. */
  wake(): void
  /** Resolves when nothing is being printed. */
  idle(): Promise<void>
  stop(): Promise<void>
}

/** Prints one paper after another, off the sale's path. What was printing when the program stopped is unknown. */
export const createPrinterQueue = ({ stores, clock, timers, printWaiting, trouble }: Dependencies): PrinterQueue => {
  let running = false
  let printing: Promise<void> | null = null
  let again = false
  let callOff = () => {}

  const drain = async (): Promise<void> => {
    do {
      again = false
      while (running && (await printWaiting()));
    } while (running && again)
  }

  const sleep = (): void => {
    callOff()
    const waiting = running ? stores.printJobs.waiting() : []
    if (waiting.length === 0) return
    const next = Math.min(...waiting.map(({ decideBy }) => decideBy))
    callOff = timers.set(wake, Math.max(next - clock.now(), SHORTEST_SLEEP_MS))
  }

  const wake = (): void => {
    if (!running) return
    again = true
    // Begun a moment later: what the drain announces wakes this queue again before its promise would be known.
    printing ??= Promise.resolve()
      .then(drain)
      .catch(trouble)
      .finally(() => {
        printing = null
        sleep()
      })
  }

  return {
    start: () => {
      if (running) return
      running = true
      stores.printJobs.interrupt(clock.now())
      wake()
    },
    wake,
    idle: async () => {
      while (printing) await printing
    },
    stop: async () => {
      running = false
      callOff()
      await printing
    },
  }
}
