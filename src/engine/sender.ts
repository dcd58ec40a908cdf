import { diskTroubleIn } from '#adapters/sqlite/disk-trouble.ts'
import type { ApiAnswer, FileAnswer, FiscalApi } from '#application/ports/fiscal-api.ts'
import type { Claim, FileTask, Stores } from '#application/ports/stores.ts'
import type { Clock, UnitOfWork } from '#application/ports/system.ts'
import type { Settled } from '#application/sending/settle-try.ts'
import { LONGEST_ENTRY_DELAY_MS, type Random } from '#domain/outbox/retry-policy.ts'
import { reach } from '#failpoint'
import { createCallsToApi } from './calls-to-api.ts'
import type { EnvironmentGuard } from './environment-guard.ts'
import { createKnocks } from './knocks.ts'
import type { LineToApi } from './line-to-api.ts'
import { createNextWork } from './next-work.ts'
import type { Timers } from './timers.ts'
import { createTurns } from './turns.ts'

type Dependencies = {
  readonly stores: Pick<Stores, 'outbox' | 'files'>
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  readonly timers: Timers
  readonly random: Random
  readonly api: Pick<FiscalApi, 'hasKey' | 'checkKey' | 'knock'>
  readonly line: LineToApi
  readonly environmentGuard: Pick<EnvironmentGuard, 'posts' | 'since' | 'look'>
  readonly makeCall: (claim: Claim) => Promise<ApiAnswer>
  readonly settleTry: (claim: Claim, answer: ApiAnswer) => Settled
  readonly fetchFile: (task: FileTask) => Promise<FileAnswer>
  readonly recoverClaims: () => number
  readonly concurrency: number
  /** How long somebody waits for a document at the counter. */
  readonly counterMs: () => number
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
/** Something is due, and only a call under way can make room for it. */
const BLOCKED_SLEEP_MS = 1_000

type Answered = { readonly claim: Claim; readonly answer: ApiAnswer }

/**
 * The loop that drains the outbox. What a call tells of the line holds or releases the whole queue; what else is done next is in next-work.
 *
 * Decided: claims are durable and made ahead, answers that come in together are settled together and relaxed, because a power cut then leaves a
 * claim that is asked about; instead of a flush of the disk for every claim and every answer.
 */
export const createSender = (dependencies: Dependencies): Sender => {
  const { stores, unitOfWork, clock, api, line, trouble } = dependencies
  let running = false
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

  const calls = createCallsToApi({
    ...dependencies,
    lineBack: (now) => stores.outbox.wake(now),
    ended: () => {
      if (work.inHand() > 0) turns.soon()
      else turns.now()
      // A place that became free is taken at once, before what came in is settled: the line is never idle for the disk's sake.
      const now = clock.now()
      if (!isHeld(now)) work.startInHand(now)
    },
  })
  /** While the line is down only probes go out. */
  const isHeld = (now: number): boolean =>
    !running || line.state() === 'no_key' || line.state() === 'offline' || line.holdUntil() > now

  const work = createNextWork({
    ...dependencies,
    calls,
    answered: (claim, answer) => {
      answered = [...answered, { claim, answer }]
    },
    changed: announce,
  })
  const knocks = createKnocks({
    api,
    line,
    random: dependencies.random,
    answered: line.release,
    unanswered: line.doubt,
    ended: () => turns.now(),
    trouble,
  })

  const settleOrTell = (claim: Claim, answer: ApiAnswer): boolean => {
    try {
      dependencies.settleTry(claim, answer)
      return true
    } catch (cause) {
      if (diskTroubleIn(cause) !== null) throw cause
      trouble(cause)
      return false
    }
  }
  /** An answer that cannot be settled is a bug and holds up no other; its document is asked about anew, or at the latest at the next start. */
  const settle = ({ claim, answer }: Answered): void => {
    if (settleOrTell(claim, answer)) return
    settleOrTell(claim, { ...answer, outcome: { kind: 'unknown', detail: 'answer_not_settled' } })
  }

  /** All in one commit; should the disk take it no more, all of it waits for the next turn. */
  const settleAnswers = (): void => {
    const batch = answered
    if (batch.length === 0) return
    unitOfWork.runRelaxed(() => batch.forEach(settle))
    reach('settle_after_commit')
    answered = answered.slice(batch.length)
    for (const { claim } of batch) announce(claim.externalRef)
  }

  let lastTurnAt = Number.NEGATIVE_INFINITY
  /** Instants that were to come are further away than meant when the clock is set back: everything is looked at anew. */
  const checkClock = (now: number): void => {
    if (now < lastTurnAt) {
      line.forgetHold()
      knocks.forget()
      stores.outbox.wakeAll(now, now)
      stores.files.wakeAll(now, now)
    }
    lastTurnAt = now
  }

  let probedByDocument = true
  /** By turns a question about nothing and a document, so that neither a route that is broken nor a document that is keeps the line down. */
  const probeOffline = (now: number): void => {
    line.takeDoubt()
    probedByDocument = !probedByDocument
    if (!probedByDocument || !work.startAsProbe(now)) calls.probe()
  }
  const checkLine = (now: number): void => {
    const before = line.state()
    line.keyIs(api.hasKey(), now)
    if (line.state() !== before) dependencies.lineChanged()
    knocks.look(now)
    if (line.state() === 'no_key') return
    const isWaitedOut = line.holdUntil() <= now && calls.hasRoom('backlog')
    if (line.state() === 'offline' && isWaitedOut) probeOffline(now)
    else if (line.state() !== 'online' && isWaitedOut && !work.isDue(now)) calls.probe()
    else if (line.state() === 'online' && line.takeDoubt()) calls.probe()
  }

  /** Who paid before the line went down has a slip by now. */
  const checkCounter = (now: number): void => {
    const patience = now - dependencies.counterMs()
    const dueBy = line.state() === 'offline' ? Math.max(patience, line.since()) : patience
    if (stores.outbox.isCounterDue(dueBy)) unitOfWork.runRelaxed(() => stores.outbox.leaveCounter(dueBy))
  }

  /** Of what is due now and could not be started, or else of what is due next. */
  const nextTurnAt = (now: number): number | null => {
    if (line.state() === 'no_key') return null
    if (line.holdUntil() > now) return line.holdUntil()
    const dueAt = [work.nextDueAt(), stores.files.nextDueAt()].filter((at) => at !== null)
    const first = work.inHand() > 0 ? now : dueAt.length === 0 ? null : Math.min(...dueAt)
    if (first === null || first > now) return first
    const paced = line.nextPaced(work.isBacklogDue(now) ? 'backlog' : 'leisure', now)
    return paced === null || paced <= now ? now + BLOCKED_SLEEP_MS : paced
  }

  /** With every place taken, the next call to end takes the next turn. */
  const sleep = (now: number): void => {
    const hasRoom = calls.hasRoom('backlog')
    const at = [hasRoom ? nextTurnAt(now) : null, knocks.nextAt()].filter((one) => one !== null)
    const isWaitedFor = hasRoom || at.length > 0
    if (running && isWaitedFor)
      turns.after(Math.max(Math.ceil(Math.min(...at, now + LONGEST_SLEEP_MS)) - clock.now(), 0))
    else turns.callOff()
  }

  const turn = (): void => {
    try {
      settleAnswers()
      const now = clock.now()
      if (running) {
        dependencies.environmentGuard.look(now)
        checkClock(now)
        checkLine(now)
        checkCounter(now)
      }
      while (!isHeld(now) && work.startOne(now));
      if (isHeld(now)) work.release()
      sleep(now)
    } catch (cause) {
      trouble(cause)
      turns.after(TROUBLED_SLEEP_MS)
    }
  }
  const turns = createTurns(turn, dependencies.timers)

  const underWay = (): readonly Promise<void>[] =>
    [...calls.underWay(), knocks.underWay()].filter((one) => one !== null)
  const isBusy = () => underWay().length > 0 || turns.isComing()
  const idle = async (): Promise<void> => {
    while (isBusy())
      await (underWay().length > 0 ? Promise.all(underWay()) : new Promise((resolve) => setImmediate(resolve)))
  }

  return {
    start: () => {
      if (running) return
      running = true
      dependencies.recoverClaims()
      const now = clock.now()
      stores.outbox.wakeAll(now, now + LONGEST_ENTRY_DELAY_MS)
      // Whoever fetched one when the program ended fetches it no more.
      stores.files.wakeAll(now, now)
      turn()
    },
    wake: () => {
      if (running && !announcing) turns.now()
    },
    stop: async () => {
      running = false
      await idle()
      turns.callOff()
      // What was claimed and not sent need not be asked about at the next start.
      work.release()
    },
    isBusy,
    idle,
  }
}
