/** What the API says with an answer of the calls that all tills of a company share (Ocote API contract, §5). */
export type RateBudget = {
  readonly limitMinute: number
  readonly remainingMinute: number
  /** Null where the answer does not say. */
  readonly limitHour: number | null
  readonly remainingHour: number | null
  /** Milliseconds until the minute's budget is whole again. Assumption: of the minute's, and at most one minute. */
  readonly resetMs: number
}
