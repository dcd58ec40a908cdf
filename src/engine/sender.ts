import type { FileAnswer, FiscalApi } from '#application/ports/fiscal-api.ts'
import type { Claim, FileTask, Stores } from '#application/ports/stores.ts'
import type { Clock } from '#application/ports/system.ts'
import type { Settled } from '#application/sending/settle-try.ts'
import type { LineToApi } from './line-to-api.ts'

type Dependencies = {
  readonly stores: Pick<Stores, 'outbox' | 'files'>
  readonly clock: Clock
  readonly api: Pick<FiscalApi, 'hasKey'>
  readonly line: LineToApi
  readonly sendNext: (claimed: (claim: Claim) => void) => Promise<Settled> | null
  readonly fetchFile: (task: FileTask) => Promise<FileAnswer>
  readonly recoverClaims: () => number
  readonly concurrency: number
  readonly changed: (externalRef: string) => void
  readonly lineChanged: () => void
  /** A bug: told, and the document is asked about at the next start. */
  readonly trouble: (cause: unknown) => void
}

export type Sender = {
  start(): void
  /** Something became due, or somebody wants it tried now. */
  wake(): void
  /** Starts nothing more; resolves when what is under way has come to an end. */
  stop(): Promise<void>
  inFlight(): number
}

/** Timers hold no longer than this, so that a clock that jumps, or a machine that slept, is noticed. */
const LONGEST_SLEEP_MS = 30_000
const FILES_AT_A_TIME = 2
/** A file that is being fetched is not wanted again for so long; should the program die meanwhile, it is wanted after that. */
const FETCHED_WITHIN_MS = 60_000

/**
 * The loop that drains the outbox: files that somebody waits for on paper, then documents (the counter's first, the oldest first), then the
 * other files when no document is due. What a call tells of the line holds or releases the whole queue.
 */
export const createSender = (dependencies: Dependencies): Sender => {
  const { stores, clock, api, line, concurrency } = dependencies
  let running = false
  let timer: NodeJS.Timeout | undefined
  const calls = new Set<Promise<void>>()
  let fetching = 0

  const learn = (outcome: Parameters<LineToApi['learn']>[0]): void => {
    const before = line.state()
    const now = clock.now()
    if (line.learn(outcome, now)) stores.outbox.wake(now)
    if (line.state() !== before) dependencies.lineChanged()
  }

  const follow = (call: Promise<void>): void => {
    const ended = call.catch(dependencies.trouble).finally(() => {
      calls.delete(ended)
      pump()
    })
    calls.add(ended)
  }

  const sendOne = (): boolean => {
    const call = dependencies.sendNext((claim) => dependencies.changed(claim.externalRef))
    if (call === null) return false
    follow(
      call.then(({ document, outcome }) => {
        learn(outcome)
        dependencies.changed(document.externalRef)
      }),
    )
    return true
  }

  const fetchOne = (task: FileTask | null, now: number): boolean => {
    if (task === null) return false
    stores.files.postpone({ ...task, dueAt: now + FETCHED_WITHIN_MS })
    fetching += 1
    follow(
      dependencies
        .fetchFile(task)
        .then(({ result }) => {
          learn(result)
          dependencies.changed(task.externalRef)
        })
        .finally(() => {
          fetching -= 1
        }),
    )
    return true
  }

  const startOne = (now: number): boolean =>
    fetchOne(stores.files.nextAwaited(now), now) ||
    sendOne() ||
    (fetching < FILES_AT_A_TIME && fetchOne(stores.files.nextWanted(now), now))

  const sleepUntil = (at: number | null): void => {
    clearTimeout(timer)
    const wait = at === null ? LONGEST_SLEEP_MS : Math.min(Math.max(at - clock.now(), 0), LONGEST_SLEEP_MS)
    timer = setTimeout(pump, wait)
  }

  const earliest = (...instants: readonly (number | null)[]): number | null => {
    const known = instants.filter((at) => at !== null)
    return known.length === 0 ? null : Math.min(...known)
  }

  const pump = (): void => {
    if (!running) return
    const now = clock.now()
    const before = line.state()
    line.keyIs(api.hasKey(), now)
    if (line.state() !== before) dependencies.lineChanged()
    const held = line.state() === 'no_key' ? now + LONGEST_SLEEP_MS : line.holdUntil()
    if (held > now) sleepUntil(held)
    else {
      while (calls.size < line.limit(concurrency) && startOne(now));
      // With every place taken, the next call to end pumps again.
      if (calls.size < line.limit(concurrency))
        sleepUntil(earliest(stores.outbox.nextDueAt(), stores.files.nextDueAt()))
    }
  }

  return {
    start: () => {
      if (running) return
      running = true
      dependencies.recoverClaims()
      pump()
    },
    wake: () => {
      if (running) pump()
    },
    stop: async () => {
      running = false
      clearTimeout(timer)
      await Promise.all(calls)
    },
    inFlight: () => calls.size,
  }
}
