import { diskTroubleIn } from '#adapters/sqlite/disk-trouble.ts'
import type { ApiAnswer, FileAnswer, FiscalApi } from '#application/ports/fiscal-api.ts'
import type { Claim, FileTask, Stores } from '#application/ports/stores.ts'
import type { Clock, UnitOfWork } from '#application/ports/system.ts'
import type { Settled } from '#application/sending/settle-try.ts'
import { createClaimsAhead } from './claims-ahead.ts'
import type { LineToApi } from './line-to-api.ts'
import type { Timers } from './timers.ts'
import { createTurns } from './turns.ts'

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
/** After trouble with the disk. */
const TROUBLED_SLEEP_MS = 2_000
const FILES_AT_A_TIME = 2
/** A file that is being fetched is not wanted again for so long; should the program die meanwhile, it is wanted after that. */
const FETCHED_WITHIN_MS = 60_000

type Answered = { readonly claim: Claim; readonly answer: ApiAnswer }

/**
 * The loop that drains the outbox: files that somebody waits for on paper, then documents (the counter's first, the oldest first), then the
 * other files when no document is due. What a call tells of the line holds or releases the whole queue.
 *
 * Decided: claims are durable and made ahead, answers that come in together are settled together and relaxed, because a power cut then leaves a
 * claim that is asked about; instead of a flush of the disk for every claim and every answer.
 */
export const createSender = (dependencies: Dependencies): Sender => {
  const { stores, unitOfWork, clock, api, line, concurrency, trouble } = dependencies
  const claims = createClaimsAhead(dependencies)
  const calls = new Set<Promise<void>>()
  let running = false
  let fetching = 0
  let answered: readonly Answered[] = []

  let announcing = false
  /** What this loop announces wakes the others, not itself. */
  const announce = (externalRef: string): void => {
    announcing = true
    try {
      dependencies.changed(externalRef)
    } finally {
      announcing = false
    }
  }

  const isHeld = (now: number): boolean => !running || line.state() === 'no_key' || line.holdUntil() > now
  const hasRoom = (): boolean => calls.size < line.limit(concurrency)

  const learn = (outcome: Parameters<LineToApi['learn']>[0]): void => {
    const before = line.state()
    const now = clock.now()
    if (line.learn(outcome, now)) stores.outbox.wake(now)
    if (line.state() !== before) dependencies.lineChanged()
  }

  const follow = (call: Promise<void>): void => {
    const ended = call.catch(trouble).finally(() => {
      calls.delete(ended)
      sendFromHand()
      if (claims.inHand() > 0) turns.soon()
      else turns.now()
    })
    calls.add(ended)
  }

  const send = (claim: Claim): void => {
    announce(claim.externalRef)
    const call = async (): Promise<void> => {
      const answer = await dependencies.makeCall(claim)
      answered = [...answered, { claim, answer }]
      line.learnBudget(answer.budget, clock.now())
      learn(answer.outcome)
    }
    follow(call())
  }

  const fetch = (task: FileTask, now: number): void => {
    unitOfWork.runRelaxed(() => stores.files.postpone({ ...task, dueAt: now + FETCHED_WITHIN_MS }))
    fetching += 1
    const call = dependencies.fetchFile(task).then(({ result, budget }) => {
      line.learnBudget(budget, clock.now())
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

  /** A place that became free takes the next claim at once, before what came in is settled: the line is never idle for the disk's sake. */
  const sendFromHand = (): void => {
    const now = clock.now()
    const claim = isHeld(now) || !hasRoom() || line.sparesUntil() > now ? undefined : claims.nextInHand(now)
    if (claim) send(claim)
  }

  const startOne = (now: number): boolean => {
    const awaited = stores.files.nextAwaited(now)
    const spares = line.sparesUntil() > now
    const claim = awaited === null ? claims.next(now, spares) : undefined
    if (claim) send(claim)
    const later = claim || spares || fetching >= FILES_AT_A_TIME ? null : stores.files.nextWanted(now)
    const file = awaited ?? later
    if (file) fetch(file, now)
    return claim !== undefined || file !== null
  }

  /** An answer that cannot be settled is a bug and holds up no other: its claim is asked about at the next start. */
  const settle = ({ claim, answer }: Answered): void => {
    try {
      dependencies.settleTry(claim, answer)
    } catch (cause) {
      if (diskTroubleIn(cause) !== null) throw cause
      trouble(cause)
    }
  }

  /** All in one commit; should the disk take it no more, all of it waits for the next turn. */
  const settleAnswers = (): void => {
    const batch = answered
    if (batch.length === 0) return
    unitOfWork.runRelaxed(() => batch.forEach(settle))
    answered = answered.slice(batch.length)
    for (const { claim } of batch) announce(claim.externalRef)
  }

  let lastTurnAt = Number.NEGATIVE_INFINITY
  /** Instants that were to come are further away than meant when the clock is set back: everything is looked at anew. */
  const checkClock = (now: number): void => {
    if (now < lastTurnAt) {
      line.forgetHold()
      stores.outbox.wakeAll(now)
    }
    lastTurnAt = now
  }

  const checkLine = (now: number): void => {
    const before = line.state()
    line.keyIs(api.hasKey(), now)
    if (line.state() !== before) dependencies.lineChanged()
    const silent = line.state() === 'offline' && line.holdUntil() <= now && calls.size === 0
    if (silent && !stores.outbox.wakeOldest(now)) probe()
  }

  const nextTurnAt = (): number | null => {
    if (line.state() === 'no_key') return null
    if (line.holdUntil() > clock.now()) return line.holdUntil()
    // What is due for the counter meanwhile wakes this loop by itself.
    if (line.sparesUntil() > clock.now()) return line.sparesUntil()
    const known = [stores.outbox.nextDueAt(), stores.files.nextDueAt()].filter((at) => at !== null)
    return known.length === 0 ? null : Math.min(...known)
  }

  /** With every place taken, the next call to end takes the next turn. */
  const sleep = () => {
    if (!running || !hasRoom()) return turns.callOff()
    const at = nextTurnAt()
    const wait = at === null ? LONGEST_SLEEP_MS : Math.min(Math.max(at - clock.now(), 0), LONGEST_SLEEP_MS)
    turns.after(wait)
  }

  const turn = (): void => {
    try {
      settleAnswers()
      const now = clock.now()
      if (running) checkClock(now)
      if (running) checkLine(now)
      while (!isHeld(now) && hasRoom() && startOne(now));
      if (isHeld(now)) claims.release()
      sleep()
    } catch (cause) {
      trouble(cause)
      turns.after(TROUBLED_SLEEP_MS)
    }
  }
  const turns = createTurns(turn, dependencies.timers)

  const isBusy = () => calls.size > 0 || turns.isComing()
  const idle = async (): Promise<void> => {
    while (isBusy()) await (calls.size > 0 ? Promise.all(calls) : new Promise((resolve) => setImmediate(resolve)))
  }

  return {
    start: () => {
      if (running) return
      running = true
      dependencies.recoverClaims()
      turn()
    },
    wake: () => {
      if (running && !announcing) turns.now()
    },
    stop: async () => {
      running = false
      await idle()
      turns.callOff()
    },
    isBusy,
    idle,
  }
}
