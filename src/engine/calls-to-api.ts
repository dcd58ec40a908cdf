import type { FiscalApi, KeyCheck } from '#application/ports/fiscal-api.ts'
import type { Clock } from '#application/ports/system.ts'
import type { PacedCall } from '#domain/outbox/pacing.ts'
import type { RateBudget } from '#domain/outbox/rate-budget.ts'
import type { LineOutcome, LineToApi } from './line-to-api.ts'

type Dependencies = {
  readonly api: Pick<FiscalApi, 'checkKey'>
  readonly line: LineToApi
  readonly clock: Clock
  readonly concurrency: number
  /** The line was down and is back. */
  readonly lineBack: (now: number) => void
  readonly lineChanged: () => void
  /** A call came to its end, and what it told is known. */
  readonly ended: () => void
  readonly trouble: (cause: unknown) => void
}

type Told = {
  /** Null where it tells nothing of the line. */
  readonly outcome: LineOutcome | null
  readonly budget: RateBudget | null
  /** The document that it was about. */
  readonly about?: string
}

export type CallsToApi = {
  /** Makes a call that ends in what it told of the line; counted in the budget whatever becomes of it. */
  make(kind: PacedCall | 'counter', call: () => Promise<Told>): void
  /** A question that changes nothing and is about no document. One at a time. */
  probe(): void
  /** Whether one more of this kind may be under way. */
  hasRoom(kind: PacedCall | 'counter'): boolean
  /** Whether the pace lets one of this kind go now. */
  isTimeFor(kind: PacedCall, now: number): boolean
  underWay(): readonly Promise<void>[]
}

/** So many calls the counter may have under way however many of the backlog's are: where answers take long, it waits for none of these to end. */
const OF_THE_COUNTER = 2

/** The calls under way, and what each tells of the line when it ends. */
export const createCallsToApi = (dependencies: Dependencies): CallsToApi => {
  const { api, line, clock, concurrency, trouble } = dependencies
  const calls = new Set<Promise<void>>()
  let ofCounter = 0
  let isProbing = false

  const learn = ({ outcome, about }: Told): void => {
    if (outcome === null) return
    const before = line.state()
    const now = clock.now()
    if (line.learn(outcome, now, about)) dependencies.lineBack(now)
    if (line.state() !== before) dependencies.lineChanged()
  }

  const accountedFor = async (kind: PacedCall | 'counter', call: () => Promise<Told>): Promise<void> => {
    line.began(kind, clock.now())
    ofCounter += kind === 'counter' ? 1 : 0
    let budget: RateBudget | null = null
    try {
      const told = await call()
      budget = told.budget
      learn(told)
    } finally {
      line.ended(budget, clock.now())
      ofCounter -= kind === 'counter' ? 1 : 0
    }
  }

  const make: CallsToApi['make'] = (kind, call) => {
    const ended = accountedFor(kind, call)
      .catch(trouble)
      .finally(() => {
        calls.delete(ended)
        dependencies.ended()
      })
    calls.add(ended)
  }

  const toldBy = ({ budget: _, ...check }: KeyCheck): LineOutcome => {
    switch (check.kind) {
      case 'accepted':
        return { kind: 'probed' }
      case 'throttled':
        return check
      case 'refused':
        return { kind: 'locked_out', reason: 'key' }
      default:
        return { ...check, kind: 'unreachable' }
    }
  }

  return {
    make,
    probe: () => {
      if (isProbing) return
      isProbing = true
      make('counter', async () => {
        try {
          const check = await api.checkKey()
          return { outcome: toldBy(check), budget: check.budget }
        } finally {
          isProbing = false
        }
      })
    },
    hasRoom: (kind) => {
      if (calls.size < line.limit(concurrency)) return true
      return kind === 'counter' && line.state() === 'online' && ofCounter < Math.min(OF_THE_COUNTER, concurrency)
    },
    isTimeFor: (kind, now) => {
      const at = line.nextPaced(kind, now)
      return at !== null && at <= now
    },
    underWay: () => [...calls],
  }
}
