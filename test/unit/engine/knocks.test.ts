import { expect, test } from 'vitest'
import { createKnocks } from '#engine/knocks.ts'

const START = 10_000_000

/** Knocks over a line that is silent or not, at an address where something answers or nothing does. */
const someKnocks = () => {
  const world = {
    isSilent: true,
    answers: false,
    knocked: [] as number[],
    believed: 0,
    doubted: 0,
    ended: 0,
    heardAt: START,
  }
  let now = START
  const knocks = createKnocks({
    api: {
      knock: () => {
        world.knocked.push(now - START)
        return Promise.resolve(world.answers)
      },
    },
    line: {
      isSilent: () => world.isSilent,
      state: () => (world.isSilent ? 'offline' : 'online'),
      heardAt: () => world.heardAt,
    },
    random: () => 0.5,
    answered: () => {
      world.believed += 1
    },
    unanswered: () => {
      world.doubted += 1
    },
    ended: () => {
      world.ended += 1
    },
    trouble: (cause) => {
      throw cause
    },
  })
  const passes = async (ms: number) => {
    for (const end = now + ms; now < end; now += 100) {
      knocks.look(now)
      await knocks.underWay()
    }
  }
  const setBack = (ms: number): void => {
    now -= ms
  }
  return { world, knocks, passes, setBack }
}

test('while nothing answers, knocks come every 3 to 4 s, from the first moment', async () => {
  const { world, knocks, passes } = someKnocks()
  await passes(9_000)
  expect(world).toMatchObject({ knocked: [0, 3_400, 6_800], believed: 0, ended: 3 })
  expect(knocks.nextAt()).toBe(START + 10_200)
  world.isSilent = false
  await passes(20_000)
  expect(world.knocked.length).toBe(3)
})

test('where all is well, one knocks a minute after anything was heard, and doubts where nothing answers', async () => {
  const { world, knocks, passes } = someKnocks()
  world.isSilent = false
  world.answers = true
  await passes(59_900)
  expect(world.knocked).toEqual([])
  await passes(60_200)
  expect([world.knocked, world.doubted]).toEqual([[60_000, 120_000], 0])
  world.heardAt = START + 130_000
  expect(knocks.nextAt()).toBe(START + 190_000)
  world.answers = false
  await passes(80_000)
  expect([world.knocked.at(-1), world.doubted]).toEqual([190_000, 1])
})

test('a knock that is answered after one that was not is believed at once', async () => {
  const { world, passes } = someKnocks()
  await passes(4_000)
  world.answers = true
  await passes(4_000)
  expect(world.believed).toBe(1)
})

test('knocks that are answered although no question is are believed three times, until one fails or a question is answered', async () => {
  const { world, passes } = someKnocks()
  world.answers = true
  await passes(60_000)
  expect(world.believed).toBe(3)
  world.answers = false
  await passes(4_000)
  world.answers = true
  await passes(60_000)
  expect(world.believed).toBe(6)
  world.isSilent = false
  await passes(1_000)
  world.isSilent = true
  await passes(60_000)
  expect(world.believed).toBe(9)
})

test('after the clock is set back nothing is waited for', async () => {
  const { world, knocks, passes, setBack } = someKnocks()
  await passes(1_000)
  setBack(3_600_000)
  knocks.forget()
  await passes(100)
  expect(world.knocked).toHaveLength(2)
})
