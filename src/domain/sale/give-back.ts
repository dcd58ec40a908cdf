import type { Cents } from '../money/decimal.ts'
import { CASH, type Settlement, type Tender } from './tender.ts'

type Paid = Pick<Settlement, 'tenders' | 'change'>

/** What was kept of each way of paying, change taken off the cash. */
const keptOf = ({ tenders, change }: Paid): readonly Tender[] => {
  const kept = new Map(tenders.map(({ method }) => [method, 0]))
  for (const { method, amount } of tenders) kept.set(method, (kept.get(method) ?? 0) + amount)
  if (change > 0) kept.set(CASH, (kept.get(CASH) ?? 0) - change)
  return [...kept].map(([method, amount]) => ({ method, amount })).filter(({ amount }) => amount > 0)
}

export type GivenBack = {
  /** What goes back to the customer, the cash first, and each part the way that it came. */
  readonly back: readonly Tender[]
  /** What stays paid. */
  readonly rest: readonly Tender[]
}

/** Splits what was paid, of which `amount` (0 to all of it) is given back. */
export const giveBack = (settlement: Paid, amount: Cents): GivenBack => {
  const kept = [...keptOf(settlement)].sort((one, other) => Number(other.method === CASH) - Number(one.method === CASH))
  let left = amount
  const back: Tender[] = []
  const rest: Tender[] = []
  for (const { method, amount: had } of kept) {
    const goesWhole = had <= left
    const given = goesWhole ? had : left
    left -= given
    if (given > 0) back.push({ method, amount: given })
    if (had > given) rest.push({ method, amount: had - given })
  }
  return { back, rest }
}

/** What was paid, change taken off. */
export const paidOf = ({ tenders, change }: Paid): Cents =>
  tenders.reduce((sum, { amount }) => sum + amount, 0) - change
