import type { Clock } from '#application/ports/system.ts'
import type { RateBudget } from '#domain/outbox/rate-budget.ts'
import type { LineOutcome, LineToApi } from './line-to-api.ts'

type Dependencies = { readonly line: LineToApi; readonly clock: Clock; readonly lineChanged: () => void }

type Answer = {
  readonly result: Omit<LineOutcome, 'kind' | 'httpStatus'> & { readonly kind: string }
  readonly httpStatus: number | null
  readonly budget: RateBudget | null
}

/** Makes a call that nobody sells by: counted in the budget, and heard where it tells of the line what concerns every call. */
export type AskedCall = <Answered extends Answer>(call: () => Promise<Answered>) => Promise<Answered>

const OF_THE_LINE = ['locked_out', 'throttled', 'unreachable'] as const

export const createAskedCall = ({ line, clock, lineChanged }: Dependencies): AskedCall => {
  /** An error in answer to such a question is its own trouble; silence is a reason to ask the API something that it surely knows. */
  const learn = ({ result, httpStatus }: Answer): void => {
    const kind = OF_THE_LINE.find((one) => one === result.kind)
    if (kind !== undefined) line.learn({ ...result, kind, httpStatus }, clock.now())
    else if (result.kind === 'unknown' && httpStatus === null) line.doubt()
    else return
    lineChanged()
  }
  return async (call) => {
    line.began('leisure', clock.now())
    const answer = await call()
    line.ended(answer.budget, clock.now())
    learn(answer)
    return answer
  }
}
