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
  /** Whether anything is under way or about to be. */
  isBusy(): boolean
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
}

/** Timers hold no longer than this, so that a clock that jumps, or a machine that slept, is noticed. */
const LONGEST_SLEEP_MS = 30_000
const FILES_AT_A_TIME = 2
/** A file that is being fetched is not wanted again for so long; should the program die meanwhile, it is wanted after that. */
const FETCHED_WITHIN_MS = 60_000

/** Claims are made durable a handful at a time, because each commit costs a flush of the disk. */
const CLAIMED_AT_A_TIME = 32
/** How long answers gather during a backlog before they are settled in one commit. */
const GATHERED_MS = 8

type Answered = { readonly claim: Claim; readonly answer: ApiAnswer }

/**
 * The loop that drains the outbox: files that somebody waits for on paper, then documents (the counter's first, the oldest first), then the
 * other files when no document is due. What a call tells of the line holds or releases the whole queue.
 *
 * Decided: claims are durable and made ahead, answers that come in together are settled together and relaxed, because a power cut then leaves a
 * claim that is asked about; instead of a flush of the disk for every claim and every answer.
 */
export const createSender = (dependencies: Dependencies): Sender => {
  const { stores, unitOfWork, clock, timers, api, line, concurrency } = dependencies
  let running = false
  let callOff = () => {}
  let fetching = 0
  let answered: Answered[] = []
  /** Claimed and not begun. */
  let ahead: Claim[] = []
  const calls = new Set<Promise<void>>()

  let announcing = false
  /** What this loop announces wakes the others, not itself. */
  const announce = (externalRef: string): void => {
    announcing = true
    dependencies.changed(externalRef)
    announcing = false
  }

  const learn = (outcome: Parameters<LineToApi['learn']>[0]): void => {
    const before = line.state()
    const now = clock.now()
    if (line.learn(outcome, now)) stores.outbox.wake(now)
    if (line.state() !== before) dependencies.lineChanged()
  }

  const follow = (call: Promise<void>): void => {
    const ended = call.catch(dependencies.trouble).finally(() => {
      calls.delete(ended)
      sendAhead()
      pumpSoon()
    })
    calls.add(ended)
  }

  const send = (claim: Claim): void => {
    announce(claim.externalRef)
    const call = async (): Promise<void> => {
      const answer = await dependencies.makeCall(claim)
      answered.push({ claim, answer })
      learn(answer.outcome)
    }
    follow(call())
  }

  const fetch = (task: FileTask, now: number): void => {
    unitOfWork.runRelaxed(() => stores.files.postpone({ ...task, dueAt: now + FETCHED_WITHIN_MS }))
    fetching += 1
    const call = dependencies.fetchFile(task).then(({ result }) => {
      learn(result)
      announce(task.externalRef)
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

  /** The counter's first, even before what is claimed already. */
  const nextClaim = (now: number): Claim | undefined => {
    const counterGoesFirst = ahead[0]?.lane === 'backlog' && stores.outbox.isCounterDue(now)
    if (ahead.length === 0 || counterGoesFirst) {
      const claims = unitOfWork.run(() => stores.outbox.claim(now, counterGoesFirst ? 1 : CLAIMED_AT_A_TIME))
      ahead.unshift(...claims)
    }
    return ahead.shift()
  }

  /** A place that became free takes the next claim at once, before what came in is settled: the line is never idle for the disk's sake. */
  const sendAhead = (): void => {
    const now = clock.now()
    if (isHeld(now) || ahead.length === 0 || calls.size >= line.limit(concurrency)) return
    if (ahead[0]?.lane === 'backlog' && stores.outbox.isCounterDue(now)) return
    const claim = ahead.shift()
    if (claim) send(claim)
  }

  const startOne = (now: number): boolean => {
    const awaited = stores.files.nextAwaited(now)
    const claim = awaited === null ? nextClaim(now) : undefined
    if (claim) send(claim)
    const file = awaited ?? (claim || fetching >= FILES_AT_A_TIME ? null : stores.files.nextWanted(now))
    if (file) fetch(file, now)
    return claim !== undefined || file !== null
  }

  const isHeld = (now: number): boolean => !running || line.state() === 'no_key' || line.holdUntil() > now

  /** What was claimed ahead and surely not sent goes back to its place. */
  const release = (): void => {
    const claims = ahead
    ahead = []
    unitOfWork.runRelaxed(() => {
      for (const { externalRef, claimedAt: _, ...entry } of claims)
        stores.outbox.place(externalRef, { ...entry, state: 'due' })
    })
  }

  const settle = ({ claim, answer }: Answered): void => {
    try {
      dependencies.settleTry(claim, answer)
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
    if (batch.length > 0) unitOfWork.runRelaxed(() => batch.forEach(settle))
    for (const { claim } of batch) announce(claim.externalRef)
    while (!isHeld(now) && calls.size < line.limit(concurrency) && startOne(now));
    if (isHeld(now) && ahead.length > 0) release()
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

  let gathering: NodeJS.Timeout | undefined
  let awaited = false
  const pumpNow = (): void => {
    clearTimeout(gathering)
    gathering = undefined
    if (awaited) return
    awaited = true
    setImmediate(() => {
      awaited = false
      pump()
    })
  }
  /** Answers that come in together are settled together; with claims in hand the line goes on meanwhile, so more of them may gather. */
  const pumpSoon = (): void => {
    if (ahead.length === 0) pumpNow()
    else gathering ??= setTimeout(pumpNow, GATHERED_MS)
  }
  const isBusy = () => calls.size > 0 || awaited || gathering !== undefined

  const idle = async (): Promise<void> => {
    while (isBusy()) await (calls.size > 0 ? Promise.all(calls) : new Promise((resolve) => setImmediate(resolve)))
  }

  return {
    start: () => {
      if (running) return
      running = true
      dependencies.recoverClaims()
      pump()
    },
    wake: () => {
      if (running && !announcing) pumpNow()
    },
    stop: async () => {
      running = false
      callOff()
      await idle()
      if (ahead.length > 0) release()
    },
    isBusy,
    idle,
  }
}
