import type { Instant } from '#domain/clock/local-time.ts'
import type { Random } from '#domain/outbox/retry-policy.ts'

export type Clock = { now(): Instant }

export type Chance = { readonly random: Random }

export type UnitOfWork = {
  /** Everything inside is one durable transaction: all of it is on disk when `run` returns, or none of it where it threw. */
  run<T>(work: () => T): T
  /**
   * The same, but a power cut may undo it, whole, until the next durable transaction: for what can be learnt again, such as an answer
   * of the API to a claim that is itself durable. A killed process undoes nothing.
   */
  runRelaxed<T>(work: () => T): T
}
