import type { Instant } from '#domain/clock/local-time.ts'
import type { Random } from '#domain/outbox/retry-policy.ts'

export type Clock = { now(): Instant }

export type Chance = { readonly random: Random }

/** Everything inside `run` is one durable transaction: all of it is on disk when `run` returns, or none of it where it threw. */
export type UnitOfWork = { run<T>(work: () => T): T }
