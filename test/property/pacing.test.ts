import { expect, test } from 'vitest'
import { type Call, type Shop, tillsOnOneKey } from '#support/tills-on-one-key.ts'

/** The documented limits; the hour's are out of the way unless a test is about them. */
const MINUTE_ONLY = { perMinute: 120, perHour: 1_000_000 }
/** From then on nothing may be refused. */
const CONVERGED_MS = 120_000
/** Of those that a test looks at, each over as many seeds. */
const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1)

const SHOP = { minutes: 12, limits: MINUTE_ONLY, window: 'fixed', latencyMs: [20, 900], saleEverySeconds: 60 } as const

const after = (calls: readonly Call[], ms = CONVERGED_MS) => calls.filter(({ at }) => at >= ms)
const refused = (calls: readonly Call[]) => calls.filter(({ isRefused }) => isRefused)

/** Share of the budget that was used in the whole minutes after convergence. */
const used = (calls: readonly Call[], { minutes, limits }: Pick<Shop, 'minutes' | 'limits'>) =>
  (after(calls).length - refused(after(calls)).length) / ((minutes - CONVERGED_MS / 60_000) * limits.perMinute)

/** How far the till that got the least or the most is from the mean. */
const unfairness = (calls: readonly Call[], tills: number): number => {
  const counts = Array.from({ length: tills }, (_, till) => after(calls).filter((call) => call.till === till).length)
  const mean = counts.reduce((sum, count) => sum + count, 0) / tills
  return Math.max(...counts.map((count) => Math.abs(count / mean - 1)))
}

test.each([1, 3, 8])('%d tills with a backlog each: none is refused, the budget is used, all get alike', (tills) => {
  for (const seed of SEEDS) {
    const calls = tillsOnOneKey({ ...SHOP, tills, seed })
    expect({ seed, refused: refused(after(calls)) }).toEqual({ seed, refused: [] })
    expect(used(calls, SHOP)).toBeGreaterThanOrEqual(0.95)
    expect(unfairness(calls, tills)).toBeLessThanOrEqual(0.25)
  }
})

test('many sales at the counters: the backlog gives way, nobody is refused, and the budget is used', () => {
  for (const seed of SEEDS) {
    const calls = tillsOnOneKey({ ...SHOP, tills: 3, seed, saleEverySeconds: 8 })
    expect({ seed, refused: refused(after(calls)) }).toEqual({ seed, refused: [] })
    expect(used(calls, SHOP)).toBeGreaterThanOrEqual(0.95)
    const unpaced = after(calls).filter(({ isPaced }) => !isPaced).length
    expect(unpaced / after(calls).length).toBeGreaterThan(0.15)
  }
})

test('a till that closes leaves its share to the others', () => {
  for (const seed of SEEDS) {
    const calls = tillsOnOneKey({ ...SHOP, tills: 3, seed, firstLeavesAtMinute: 5 })
    expect({ seed, refused: refused(after(calls)) }).toEqual({ seed, refused: [] })
    expect(used(calls, SHOP)).toBeGreaterThanOrEqual(0.95)
  }
})

test('where the minute slides, which the API may do, a part is left and hardly a call is refused', () => {
  for (const tills of [1, 3, 8]) {
    const runs = SEEDS.map((seed) => tillsOnOneKey({ ...SHOP, tills, seed, window: 'sliding' }))
    const converged = runs.flatMap((calls) => after(calls, 180_000))
    expect(refused(converged).length / converged.length).toBeLessThan(0.001)
    for (const calls of runs) expect(used(calls, SHOP)).toBeGreaterThanOrEqual(0.8)
  }
})

test.each([1, 3, 8])(
  '%d tills with nothing but questions and files to ask for leave half of the budget untouched',
  (tills) => {
    for (const seed of SEEDS) {
      const share = used(tillsOnOneKey({ ...SHOP, tills, seed, work: 'leisure', saleEverySeconds: 1_000 }), SHOP)
      expect(share).toBeGreaterThan(0.3)
      expect(share).toBeLessThan(0.5)
    }
  },
)

test('a budget without measure slows nobody down', () => {
  const limits = { perMinute: 1_000_000, perHour: 50_000_000 }
  const calls = tillsOnOneKey({ ...SHOP, tills: 1, seed: 1, minutes: 0.5, limits, latencyMs: [4, 4], window: 'fixed' })
  const seconds = 30 - (calls[0]?.at ?? 0) / 1_000
  expect(calls.length / seconds / (4 / 0.004)).toBeGreaterThan(0.95)
})

test.each([
  [1, 300],
  [1, 10],
  [3, 300],
  [3, 20],
  [8, 300],
  [8, 60],
  [8, 30],
])('%d tills over hours, a sale at each every %d s: the hour’s budget is used, and none is refused', (tills, every) => {
  const limits = { perMinute: 120, perHour: 5_000 }
  const hours = 3
  const shop = { ...SHOP, tills, seed: tills, limits, minutes: hours * 60, saleEverySeconds: every }
  const calls = tillsOnOneKey(shop)
  expect(refused(after(calls))).toEqual([])
  expect(calls.length / (hours * limits.perHour)).toBeGreaterThanOrEqual(0.95)
})
