import type { FileAnswer, FiscalApi } from '#application/ports/fiscal-api.ts'
import type { Claim, FileTask, Stores } from '#application/ports/stores.ts'
import type { Clock } from '#application/ports/system.ts'
import type { Settled } from '#application/sending/settle-try.ts'
import type { LineToApi } from './line-to-api.ts'
import type { Timers } from './timers.ts'

type Dependencies = {
  readonly stores: Pick<Stores, 'outbox' | 'files'>
  readonly clock: Clock
  readonly timers: Timers
  readonly api: Pick<FiscalApi, 'hasKey' | 'checkKey'>
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
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
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
  let callOff = () => {}
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

  /** Nothing of ours could show whether the line is back, so a question that changes nothing does. */
  const probe = (): void =>
    follow(
      api.checkKey().then((check) => {
        if (check.kind === 'accepted') learn({ kind: 'answered' })
        else if (check.kind === 'refused') learn({ kind: 'locked_out', reason: 'key' })
        else learn({ kind: 'unreachable' })
      }),
    )

  const startOne = (now: number): boolean =>
    fetchOne(stores.files.nextAwaited(now), now) ||
    sendOne() ||
    (fetching < FILES_AT_A_TIME && fetchOne(stores.files.nextWanted(now), now))

  const sleepUntil = (at: number | null): void => {
    callOff()
    const wait = at === null ? LONGEST_SLEEP_MS : Math.min(Math.max(at - clock.now(), 0), LONGEST_SLEEP_MS)
    callOff = dependencies.timers.set(pump, wait)
  }

  const earliest = (...instants: readonly (number | null)[]): number | null => {
    const known = instants.filter((at) => at !== null)
    return known.length === 0 ? null : Math.min(...known)
  }

  let pumping = false
  /** Starts what may be started. What it announces on the way may wake it again: it is already at it. */
  const pump = (): void => {
    if (!running || pumping) return
    pumping = true
    try {
      startWhatIsDue()
    } finally {
      pumping = false
    }
  }

  const startWhatIsDue = (): void => {
    const now = clock.now()
    const before = line.state()
    line.keyIs(api.hasKey(), now)
    if (line.state() !== before) dependencies.lineChanged()
    const held = line.state() === 'no_key' ? now + LONGEST_SLEEP_MS : line.holdUntil()
    if (held > now) sleepUntil(held)
    else {
      if (line.state() === 'offline' && calls.size === 0 && !stores.outbox.wakeOldest(now)) probe()
      while (calls.size < line.limit(concurrency) && startOne(now));
      // With every place taken, the next call to end pumps again.
      if (calls.size < line.limit(concurrency))
        sleepUntil(earliest(stores.outbox.nextDueAt(), stores.files.nextDueAt()))
    }
  }

  const idle = async (): Promise<void> => {
    while (calls.size > 0) await Promise.all(calls)
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
      callOff()
      await idle()
    },
    inFlight: () => calls.size,
    idle,
  }
}
