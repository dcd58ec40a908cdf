import type { ApiAnswer, FileAnswer, FiscalApi } from '#application/ports/fiscal-api.ts'
import type { Claim, FileTask, Stores } from '#application/ports/stores.ts'
import type { Clock, UnitOfWork } from '#application/ports/system.ts'
import type { Settled } from '#application/sending/settle-try.ts'
import type { LineToApi } from './line-to-api.ts'
import type { Timers } from './timers.ts'

type Dependencies = {
  readonly stores: Pick<Stores, 'outbox' | 'files'>
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  readonly timers: Timers
  readonly api: Pick<FiscalApi, 'hasKey' | 'checkKey'>
  readonly line: LineToApi
  readonly makeCall: (claim: Claim) => Promise<ApiAnswer>
  readonly settleTry: (claim: Claim, answer: ApiAnswer) => Settled
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

type Started = { readonly kind: 'document'; readonly claim: Claim } | { readonly kind: 'file'; readonly task: FileTask }
type Answered = { readonly claim: Claim; readonly answer: ApiAnswer }

/**
 * The loop that drains the outbox: files that somebody waits for on paper, then documents (the counter's first, the oldest first), then the
 * other files when no document is due. What a call tells of the line holds or releases the whole queue.
 *
 * Decided: what has been answered is settled, and what comes next is claimed, in one transaction, because each commit costs a flush of the
 * disk; instead of one for every claim and one for every answer. Calls start after that commit, never inside it.
 */
export const createSender = (dependencies: Dependencies): Sender => {
  const { stores, unitOfWork, clock, timers, api, line, concurrency } = dependencies
  let running = false
  let callOff = () => {}
  let fetching = 0
  let answered: Answered[] = []
  const calls = new Set<Promise<void>>()

  const learn = (outcome: Parameters<LineToApi['learn']>[0]): void => {
    const before = line.state()
    const now = clock.now()
    if (line.learn(outcome, now)) stores.outbox.wake(now)
    if (line.state() !== before) dependencies.lineChanged()
  }

  const follow = (call: Promise<void>): void => {
    const ended = call.catch(dependencies.trouble).finally(() => {
      calls.delete(ended)
      pumpSoon()
    })
    calls.add(ended)
  }

  const begin = (started: Started) => {
    if (started.kind === 'file') return fetch(started.task)
    dependencies.changed(started.claim.externalRef)
    const call = async (): Promise<void> => {
      const answer = await dependencies.makeCall(started.claim)
      answered.push({ claim: started.claim, answer })
    }
    follow(call())
  }

  const fetch = (task: FileTask) => {
    fetching += 1
    const call = dependencies.fetchFile(task).then(({ result }) => {
      learn(result)
      dependencies.changed(task.externalRef)
    })
    follow(
      call.finally(() => {
        fetching -= 1
      }),
    )
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

  const claimFile = (task: FileTask | null, now: number): Started | null => {
    if (task === null) return null
    stores.files.postpone({ ...task, dueAt: now + FETCHED_WITHIN_MS })
    return { kind: 'file', task }
  }

  const claimDocument = (now: number): Started | null => {
    const claim = stores.outbox.claimNext(now)
    return claim && { kind: 'document', claim }
  }

  const claimOne = (now: number, files: number): Started | null =>
    claimFile(stores.files.nextAwaited(now), now) ??
    claimDocument(now) ??
    (files < FILES_AT_A_TIME ? claimFile(stores.files.nextWanted(now), now) : null)

  /** Claims as much as there is room for; nothing while the line is held. */
  const claimWhatIsDue = (now: number): readonly Started[] => {
    const started: Started[] = []
    if (!running || line.state() === 'no_key' || line.holdUntil() > now) return started
    const files = () => fetching + started.filter(({ kind }) => kind === 'file').length
    const room = line.limit(concurrency) - calls.size
    while (started.length < room) {
      const one = claimOne(now, files())
      if (one === null) break
      started.push(one)
    }
    return started
  }

  const settle = ({ claim, answer }: Answered): void => {
    try {
      learn(dependencies.settleTry(claim, answer).outcome)
    } catch (cause) {
      dependencies.trouble(cause)
    }
  }

  const nextPumpAt = (): number | null => {
    if (line.state() === 'no_key') return null
    if (line.holdUntil() > clock.now()) return line.holdUntil()
    const known = [stores.outbox.nextDueAt(), stores.files.nextDueAt()].filter((at) => at !== null)
    return known.length === 0 ? null : Math.min(...known)
  }

  const sleep = (): void => {
    callOff()
    // With every place taken, the next call to end pumps again.
    if (!running || calls.size >= line.limit(concurrency)) return
    const at = nextPumpAt()
    const wait = at === null ? LONGEST_SLEEP_MS : Math.min(Math.max(at - clock.now(), 0), LONGEST_SLEEP_MS)
    callOff = timers.set(pump, wait)
  }

  const checkLine = (now: number): void => {
    const before = line.state()
    line.keyIs(api.hasKey(), now)
    if (line.state() !== before) dependencies.lineChanged()
    const silent = line.state() === 'offline' && line.holdUntil() <= now && calls.size === 0
    if (silent && !stores.outbox.wakeOldest(now)) probe()
  }

  const turn = (): void => {
    const now = clock.now()
    if (running) checkLine(now)
    const batch = answered
    answered = []
    const started = unitOfWork.run(() => {
      for (const one of batch) settle(one)
      return claimWhatIsDue(now)
    })
    for (const { claim } of batch) dependencies.changed(claim.externalRef)
    for (const one of started) begin(one)
    sleep()
  }

  let turning = false
  /** Settles what has been answered and starts what may be started. What it announces on the way may wake it again: it is already at it. */
  const pump = (): void => {
    if (turning || (!running && answered.length === 0)) return
    turning = true
    try {
      turn()
    } finally {
      turning = false
    }
  }

  let pumping: Promise<void> | null = null
  /** Answers that come in together are settled together. */
  const pumpSoon = (): void => {
    pumping ??= new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      pumping = null
      pump()
    })
  }

  const idle = async (): Promise<void> => {
    while (calls.size > 0 || pumping) await Promise.all([...calls, pumping])
  }

  return {
    start: () => {
      if (running) return
      running = true
      dependencies.recoverClaims()
      pump()
    },
    wake: () => {
      if (running) pumpSoon()
    },
    stop: async () => {
      running = false
      callOff()
      await idle()
    },
    inFlight: () => calls.size + answered.length + (pumping ? 1 : 0),
    idle,
  }
}
