import type { PrintJob, Stores } from '#application/ports/stores.ts'
import type { Clock } from '#application/ports/system.ts'

type Dependencies = {
  readonly stores: Pick<Stores, 'printJobs'>
  readonly clock: Clock
  readonly printWaiting: () => Promise<PrintJob | null>
}

export type PrinterQueue = {
  start(): void
  /** A job came, a document moved, a file arrived, the line broke: another paper may be decided now. */
  wake(): void
  stop(): Promise<void>
}

/** Prints one paper after another, off the sale's path. What was printing when the program stopped is unknown. */
export const createPrinterQueue = ({ stores, clock, printWaiting }: Dependencies): PrinterQueue => {
  let running = false
  let printing: Promise<void> | null = null
  let again = false
  let timer: NodeJS.Timeout | undefined

  const drain = async (): Promise<void> => {
    do {
      again = false
      while (running && (await printWaiting()));
    } while (running && again)
  }

  const sleep = (): void => {
    clearTimeout(timer)
    const waiting = stores.printJobs.waiting()
    if (!running || waiting.length === 0) return
    const next = Math.min(...waiting.map(({ decideBy }) => decideBy))
    timer = setTimeout(wake, Math.max(next - clock.now(), 50))
  }

  const wake = (): void => {
    if (!running) return
    again = true
    printing ??= drain().finally(() => {
      printing = null
      sleep()
    })
  }

  return {
    start: () => {
      running = true
      stores.printJobs.interrupt(clock.now())
      wake()
    },
    wake,
    stop: async () => {
      running = false
      clearTimeout(timer)
      await printing
    },
  }
}
