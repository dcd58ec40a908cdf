import { expect, test } from 'vitest'
import type { Figures, Scenario } from '../../faults/figures.ts'
import { playedBy, runScenarios } from '../../faults/run-scenarios.ts'
import { addedTogether, againAndAgain } from '../../faults/soak/again-and-again.ts'

const row = (changes: Partial<Figures> = {}): Figures => ({
  fault: 'a fault',
  injected: 1,
  sales: 2,
  documents: 2,
  broken: { lost: [], duplicated: [], wrong: [] },
  recoveryMs: 10,
  ...changes,
})
const scenario = (changes: Partial<Scenario> = {}): Scenario => ({
  name: 'a fault',
  seconds: 1,
  run: async () => row(),
  ...changes,
})
const throws = async (): Promise<Figures> => {
  throw new Error('no API')
}

test('a scenario that throws, or whose row has another name, did not recover, and its row says why', async () => {
  expect(await playedBy(scenario())).toEqual(row())
  expect(await playedBy(scenario({ run: throws }))).toMatchObject({ recoveryMs: null, note: 'no API' })
  expect(await playedBy(scenario({ name: 'another' }))).toMatchObject({
    fault: 'another',
    recoveryMs: null,
    note: 'its row is called a fault',
  })
})

test('every scenario has its row, in the order of the table', async () => {
  const scenarios = ['b', 'a', 'c'].map((name, index) =>
    scenario({ name, seconds: index, run: async () => row({ fault: name }) }),
  )
  const rows = await runScenarios([...scenarios, scenario({ name: 'wrong', heavy: true })], () => undefined)
  expect(rows.map(({ fault, recoveryMs }) => [fault, recoveryMs])).toEqual([
    ['b', 10],
    ['a', 10],
    ['c', 10],
    ['wrong', null],
  ])
})

test('scenarios are played again and again with seeds of their own; one that takes longer than is left is not begun', async () => {
  const seeds: number[] = []
  let plays = 0
  const endsAt = performance.now() + 60_000
  const rows = await againAndAgain(
    (seed) => {
      seeds.push(seed)
      const until = plays < 20 ? 1 : 1_000
      const played = scenario({
        seconds: until,
        run: async () => {
          plays += 1
          return row()
        },
      })
      return [played, scenario({ name: 'too long', seconds: 1_000, run: throws })]
    },
    5,
    endsAt,
  )
  expect(rows.length).toBeGreaterThanOrEqual(20)
  expect(new Set(rows.map(({ fault }) => fault))).toEqual(new Set(['a fault']))
  expect(new Set(seeds).size).toBeGreaterThan(2)
})

test('rows of one fault are added together; one that never recovered makes the sum of them one', () => {
  const sum = { injected: 2, sales: 4, documents: 4, note: '2 ×' }
  expect(addedTogether([row(), row({ fault: 'other', recoveryMs: null }), row({ recoveryMs: 30 })])).toEqual([
    row({ ...sum, recoveryMs: 30 }),
    row({ fault: 'other', recoveryMs: null, note: '1 ×' }),
  ])
  expect(addedTogether([row(), row({ recoveryMs: null })])).toEqual([row({ ...sum, recoveryMs: null })])
})
