import type { Broken } from './check-promise.ts'

/** One row of the table. */
export type Figures = {
  readonly fault: string
  /** How often it really happened. */
  readonly injected: number
  readonly sales: number
  readonly documents: number
  readonly broken: Broken
  /** From the fault's end until everything was issued; the worst where there were several. Null where nothing ever recovered. */
  readonly recoveryMs: number | null
  readonly note?: string
}

export type Scenario = {
  readonly name: string
  /** The seconds that it takes, roughly: the longest are begun first. */
  readonly seconds: number
  /** Scenarios that load the machine are run one after the other. */
  readonly heavy?: true
  run(): Promise<Figures>
}

export const countBroken = ({ lost, duplicated, wrong }: Broken): number =>
  lost.length + duplicated.length + wrong.length

/** Whether a row is as it has to be: the fault did happen, nothing was broken, and everything recovered. */
export const isKept = ({ injected, sales, broken, recoveryMs }: Figures): boolean =>
  injected > 0 && sales > 0 && countBroken(broken) === 0 && recoveryMs !== null
