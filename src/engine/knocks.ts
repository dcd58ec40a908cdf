import type { FiscalApi } from '#application/ports/fiscal-api.ts'
import type { Instant } from '#domain/clock/local-time.ts'
import type { Random } from '#domain/outbox/retry-policy.ts'
import type { LineToApi } from './line-to-api.ts'

type Dependencies = {
  readonly api: Pick<FiscalApi, 'knock'>
  readonly line: Pick<LineToApi, 'isSilent' | 'state' | 'heardAt'>
  readonly random: Random
  /** Something answers where nothing did: time for a real question. */
  readonly answered: () => void
  /** Nothing answers where all seemed well. */
  readonly unanswered: () => void
  /** A knock has come to its end. */
  readonly ended: () => void
  readonly trouble: (cause: unknown) => void
}

export type Knocks = {
  /** Knocks where nothing answers, or nothing was heard for long, and it is time. */
  look(now: Instant): void
  /** When to look again; null where there is nothing to knock for. */
  nextAt(): Instant | null
  /** The clock was set back. */
  forget(): void
  /** Resolves with the knock under way; null where there is none. */
  underWay(): Promise<void> | null
}

/** From one knock's beginning to the next: with its time-out of 3 s the return of a network is noticed within 5 s. */
const EVERY_MS = 3_000
const SPREAD_MS = 800
/** Where all is well and there is nothing to send, what the status says is no older than this. */
const IDLE_MS = 60_000
/** So many answered knocks in a row that no real answer followed; then it is not the network that fails, and the line's own probes must do. */
const BELIEVED = 3

/**
 * While nothing at all answers at the API's address, a cheap knock every few seconds finds out when something does; while there is nothing to
 * send, one a minute finds out when nothing does any more.
 */
export const createKnocks = ({ api, line, random, answered, unanswered, ended, trouble }: Dependencies): Knocks => {
  let nextAt: Instant = 0
  let knockedAt: Instant = Number.NEGATIVE_INFINITY
  let believed = BELIEVED
  let underWay: Promise<void> | null = null

  const hear = (isAnswered: boolean): void => {
    if (!isAnswered) believed = BELIEVED
    if (!isAnswered && !line.isSilent()) unanswered()
    else if (isAnswered && believed > 0 && line.isSilent()) {
      believed -= 1
      answered()
    }
  }
  const knock = (now: Instant): void => {
    knockedAt = now
    underWay = api
      .knock()
      .then(hear)
      .catch(trouble)
      .finally(() => {
        underWay = null
        ended()
      })
  }
  const idleUntil = (): Instant => Math.max(line.heardAt(), knockedAt) + IDLE_MS
  const dueAt = (): Instant | null => {
    if (underWay !== null) return null
    if (line.isSilent()) return nextAt
    return line.state() === 'online' ? idleUntil() : null
  }

  return {
    look: (now) => {
      if (!line.isSilent()) believed = BELIEVED
      const at = dueAt()
      if (at === null || at > now) return
      nextAt = now + EVERY_MS + SPREAD_MS * random()
      knock(now)
    },
    nextAt: dueAt,
    forget: () => {
      nextAt = 0
      knockedAt = Number.NEGATIVE_INFINITY
    },
    underWay: () => underWay,
  }
}
