import type { FiscalApi } from '#application/ports/fiscal-api.ts'
import type { Instant } from '#domain/clock/local-time.ts'
import type { Random } from '#domain/outbox/retry-policy.ts'
import type { LineToApi } from './line-to-api.ts'

type Dependencies = {
  readonly api: Pick<FiscalApi, 'knock'>
  readonly line: Pick<LineToApi, 'isSilent'>
  readonly random: Random
  /** Something answers where nothing did: time for a real question. */
  readonly answered: () => void
  /** A knock has come to its end. */
  readonly ended: () => void
  readonly trouble: (cause: unknown) => void
}

export type Knocks = {
  /** Knocks where nothing answers and it is time. */
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
/** So many answered knocks in a row that no real answer followed; then it is not the network that fails, and the line's own probes must do. */
const BELIEVED = 3

/** While nothing at all answers at the API's address, a cheap knock every few seconds finds out when something does. */
export const createKnocks = ({ api, line, random, answered, ended, trouble }: Dependencies): Knocks => {
  let nextAt: Instant = 0
  let believed = BELIEVED
  let underWay: Promise<void> | null = null

  const hear = (isAnswered: boolean): void => {
    if (!isAnswered) believed = BELIEVED
    else if (believed > 0 && line.isSilent()) {
      believed -= 1
      answered()
    }
  }
  const knock = (): Promise<void> =>
    api
      .knock()
      .then(hear)
      .catch(trouble)
      .finally(() => {
        underWay = null
        ended()
      })

  return {
    look: (now) => {
      if (!line.isSilent()) believed = BELIEVED
      else if (underWay === null && now >= nextAt) {
        nextAt = now + EVERY_MS + SPREAD_MS * random()
        underWay = knock()
      }
    },
    nextAt: () => (line.isSilent() && underWay === null ? nextAt : null),
    forget: () => {
      nextAt = 0
    },
    underWay: () => underWay,
  }
}
