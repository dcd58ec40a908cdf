import type { ApiAnswer, FileAnswer } from '#application/ports/fiscal-api.ts'
import type { Claim, FileTask, Stores, Takes } from '#application/ports/stores.ts'
import type { UnitOfWork } from '#application/ports/system.ts'
import { callOf } from '#application/sending/step-calls.ts'
import type { PacedCall } from '#domain/outbox/pacing.ts'
import type { CallsToApi } from './calls-to-api.ts'
import { createClaimsAhead, MOST_CLAIMED_AHEAD } from './claims-ahead.ts'
import type { EnvironmentGuard } from './environment-guard.ts'
import type { LineToApi } from './line-to-api.ts'

type Dependencies = {
  readonly stores: Pick<Stores, 'outbox' | 'files'>
  readonly unitOfWork: UnitOfWork
  readonly line: Pick<LineToApi, 'callsSoon'>
  readonly environmentGuard: Pick<EnvironmentGuard, 'posts' | 'since'>
  readonly calls: Pick<CallsToApi, 'make' | 'hasRoom' | 'isTimeFor'>
  readonly makeCall: (claim: Claim) => Promise<ApiAnswer>
  readonly fetchFile: (task: FileTask) => Promise<FileAnswer>
  /** A document was answered, and that is to be settled. */
  readonly answered: (claim: Claim, answer: ApiAnswer) => void
  readonly changed: (externalRef: string) => void
  readonly trouble: (cause: unknown) => void
}

export type NextWork = {
  /** Starts what comes next; false where nothing is due, or nothing may go now. */
  startOne(now: number): boolean
  /** Tries a document whatever the line is like, to find that out; false where there is none. */
  startAsProbe(now: number): boolean
  /** The same for a document that is claimed already: costs no commit. */
  startInHand(now: number): void
  inHand(): number
  isBacklogDue(now: number): boolean
  /** When the next document is due that may go; null where none is. */
  nextDueAt(): number | null
  /** Whether any document, or a file that may be fetched, is due. */
  isDue(now: number): boolean
  /** What is claimed and not under way goes back to its place. */
  release(): void
}

type Kind = PacedCall | 'counter'

const FILES_AT_A_TIME = 2
const NOT_MADE = 'call_not_made'
/** A file that is being fetched is not wanted again for so long; should the program die meanwhile, it is wanted after that. */
const FETCHED_WITHIN_MS = 60_000

/** A signed JSON that documents wait for is asked for at least so often. */
const AWAITED_EVERY_MS = 30_000

/**
 * The order of work: the counter's documents and the tickets that somebody waits for on paper, at once; then the backlog, the oldest first;
 * then, with no document due, questions about documents in contingency and the other files. But for the first two, all goes at the pace of the
 * rate budget. Until a signed JSON told in which environment this key issues, documents go one by one, each after the JSON of the one before.
 */
export const createNextWork = (dependencies: Dependencies): NextWork => {
  const { stores, unitOfWork, line, environmentGuard, calls } = dependencies
  const claims = createClaimsAhead(dependencies)
  let fetching = 0
  let filesNext = false
  let posting = 0
  let isAwaiting = false
  let awaitedAt = Number.NEGATIVE_INFINITY

  /** Of the documents only what may go now. */
  const takes = (): Takes => {
    const posts = environmentGuard.posts()
    if (posts === 'freely') return 'everything'
    const isHeld = posts === 'none' || posting > 0 || stores.outbox.isInquired()
    return isHeld || stores.files.wantedSigned(environmentGuard.since()) !== null ? 'no_posts' : 'everything'
  }
  /** Those made ahead are for documents that go freely. */
  const mostAhead = (now: number): number =>
    environmentGuard.posts() === 'freely' ? line.callsSoon(MOST_CLAIMED_AHEAD, now) : 1

  /** A bug, or a disk that could not be read: told, and the document is asked about as after any call that brought nothing. */
  const notMade = (cause: unknown): ApiAnswer => {
    dependencies.trouble(cause)
    return { outcome: { kind: 'unknown', detail: NOT_MADE }, httpStatus: null, raw: null, budget: null }
  }
  const send = (claim: Claim, kind: Kind): true => {
    dependencies.changed(claim.externalRef)
    const isPost = callOf(claim) === 'post'
    posting += isPost ? 1 : 0
    calls.make(kind, async () => {
      const answer = await dependencies.makeCall(claim).catch((cause: unknown) => notMade(cause))
      posting -= isPost ? 1 : 0
      dependencies.answered(claim, answer)
      const { outcome, httpStatus, budget } = answer
      const isMade = !(outcome.kind === 'unknown' && outcome.detail === NOT_MADE)
      return { outcome: isMade ? { ...outcome, httpStatus } : null, budget, about: claim.externalRef }
    })
    return true
  }
  const fetch = (task: FileTask, kind: Kind, now: number, ended?: () => void): true => {
    unitOfWork.runRelaxed(() => stores.files.postpone({ ...task, dueAt: now + FETCHED_WITHIN_MS }))
    fetching += 1
    calls.make(kind, async () => {
      try {
        const { result, httpStatus, budget } = await dependencies.fetchFile(task)
        // An error in answer to one file says nothing of how documents fare.
        const isItsOwn = result.kind === 'unknown' && httpStatus !== null
        return { outcome: isItsOwn ? null : { ...result, httpStatus }, budget, about: task.externalRef }
      } finally {
        fetching -= 1
        ended?.()
        dependencies.changed(task.externalRef)
      }
    })
    return true
  }

  const startForCounter = (now: number): boolean => {
    if (!calls.hasRoom('counter')) return false
    const claim = claims.ofCounter(now, takes())
    if (claim) return send(claim, 'counter')
    const awaited = stores.files.nextAwaited(now)
    return awaited !== null && fetch(awaited, 'counter', now)
  }
  const startOfBacklog = (now: number): boolean => {
    if (!calls.isTimeFor('backlog', now)) return false
    const claim = claims.ofBacklog(now, mostAhead(now), takes())
    return claim !== undefined && send(claim, 'backlog')
  }
  const startWatch = (now: number): boolean => {
    const watched = claims.ofWatched(now)
    return watched !== undefined && send(watched, 'leisure')
  }
  const startFile = (now: number): boolean => {
    const file = fetching < FILES_AT_A_TIME ? stores.files.nextWanted(now) : null
    return file !== null && fetch(file, 'leisure', now)
  }
  /** By turns, so that neither waits for the other's end. */
  const startAtLeisure = (now: number): boolean => {
    if (!calls.isTimeFor('leisure', now)) return false
    filesNext = !filesNext
    return filesNext ? startFile(now) || startWatch(now) : startWatch(now) || startFile(now)
  }
  /** Ahead of everything: documents wait for what it says. */
  const startAwaitedSigned = (now: number): boolean => {
    if (environmentGuard.posts() !== 'one_by_one' || isAwaiting || !calls.hasRoom('counter')) return false
    const task = stores.files.wantedSigned(environmentGuard.since())
    if (task === null || (task.dueAt > now && awaitedAt + AWAITED_EVERY_MS > now)) return false
    isAwaiting = true
    awaitedAt = now
    return fetch(task, 'counter', now, () => {
      isAwaiting = false
    })
  }
  const isBacklogDue = (now: number): boolean => claims.inHand() > 0 || stores.outbox.isDocumentDue(now, takes())
  const nextDueAt = (): number | null => stores.outbox.nextDueAt(takes())

  return {
    startOne: (now) => {
      // They were made when documents went freely.
      if (environmentGuard.posts() !== 'freely') claims.release()
      if (startAwaitedSigned(now)) return true
      if (startForCounter(now)) return true
      if (!calls.hasRoom('backlog')) return false
      return isBacklogDue(now) ? startOfBacklog(now) : startAtLeisure(now)
    },
    startAsProbe: (now) => {
      const claim = claims.ofThoseThatWait(now, takes())
      return claim !== undefined && send(claim, 'counter')
    },
    startInHand: (now) => {
      const isFree = environmentGuard.posts() === 'freely'
      const mayGo = isFree && calls.hasRoom('backlog') && calls.isTimeFor('backlog', now)
      const claim = mayGo ? claims.inHandFirst(now) : undefined
      if (claim) send(claim, 'backlog')
    },
    inHand: claims.inHand,
    isBacklogDue,
    nextDueAt,
    isDue: (now) => isBacklogDue(now) || (nextDueAt() ?? now + 1) <= now || stores.files.nextWanted(now) !== null,
    release: claims.release,
  }
}
