import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Claim } from '#application/ports/stores.ts'
import type { Outcome } from '#domain/document/outcome.ts'
import { aFolder, aTill, type Till } from '../unit/application/a-till.ts'
import { unknown } from '../unit/application/an-outcome.ts'
import { anApiWithLatePosts, type Sent } from './an-api-with-late-posts.ts'

const SALES = 4
const AN_HOUR = 3_600_000

/** One process that sends: what it claimed, what it sent of that, and what came back. */
const aSender = (till: Till, api: ReturnType<typeof anApiWithLatePosts>) => {
  let claimed: readonly Claim[] = []
  let sent: readonly Sent[] = []
  let alive = true
  const settle = (one: Sent, outcome: Outcome): void => {
    sent = sent.filter((other) => other !== one)
    till.settle(one.claim, { outcome, httpStatus: null, raw: null, budget: null })
    api.settled(one.claim, outcome)
  }
  const call = (make: (next: Sent) => void): void => {
    const [claim, ...others] = claimed
    if (!claim) return
    claimed = others
    const { body } = till.stores.documents.toCall(claim.externalRef)
    const revision = till.stores.documents.find(claim.externalRef)?.revision ?? 0
    const next = { claim, revision, body, outcome: null }
    make(next)
    sent = [...sent, next]
  }
  return {
    isAlive: () => alive,
    refs: () => [...claimed, ...sent.map(({ claim }) => claim)].map(({ externalRef }) => externalRef),
    claim: () => {
      claimed = [...claimed, ...till.stores.outbox.claim(till.clock.now(), 2)]
    },
    /** It arrives at once; or some time; or there is no line. */
    call: () =>
      call((next) => {
        api.send(next)
        api.arrives(next)
      }),
    callSlowly: () => call(api.send),
    callNobody: () => call(api.refuse),
    /** The oldest answer arrives. */
    settle: () => {
      const one = sent.find(({ outcome }) => outcome !== null)
      if (one?.outcome) settle(one, one.outcome)
    },
    /** The oldest call is given up: its answer was lost, or it is still on its way. */
    giveUp: () => {
      const one = sent.find(({ outcome }) => outcome?.kind !== 'unreachable')
      if (one) settle(one, unknown)
    },
    die: () => {
      claimed = []
      sent = []
      alive = false
    },
    start: () => {
      alive = true
      till.recover()
    },
  }
}

const OF_A_SENDER = ['claim', 'call', 'callSlowly', 'callNobody', 'settle', 'giveUp', 'die', 'start'] as const
const ACTS = [...OF_A_SENDER, 'claim', 'call', 'callSlowly', 'settle', 'settle', 'arrive', 'wait'] as const
type Step = { readonly sender: 0 | 1; readonly act: (typeof ACTS)[number] }
const step: fc.Arbitrary<Step> = fc.record({ sender: fc.constantFrom(0, 1), act: fc.constantFrom(...ACTS) })

/** One sender, whose post is on its way when it dies: asked about in vain, posted again, and then the first one arrives after all. */
const LATE: readonly Step[] = [
  { sender: 1, act: 'die' },
  ...(
    [
      'claim',
      'callSlowly',
      'die',
      'start',
      'claim',
      'call',
      'settle',
      'claim',
      'callSlowly',
      'arrive',
      'arrive',
    ] as const
  ).map((act) => ({ sender: 0 as const, act })),
]

test('however two senders take turns, die and start again, each sale is posted by one at a time, again only where it did not arrive, and issued once', () => {
  const folderOfTest = aFolder()
  let runs = 0
  let postedAgain = 0
  const plays = (steps: readonly Step[]): void => {
    runs += 1
    const folder = `${folderOfTest}/${runs}`
    const tills = [aTill({ folder }), aTill({ folder })] as const
    const api = anApiWithLatePosts()
    const senders = [aSender(tills[0], api), aSender(tills[1], api)] as const
    const sold = Array.from({ length: SALES }, () => tills[0].sells().externalRef)
    const wait = (): void => {
      for (const till of tills) till.passes(AN_HOUR)
    }
    const play = ({ sender, act }: Step): void => {
      const one = senders[sender]
      const isAlone = !senders[sender === 0 ? 1 : 0].isAlive()
      if (act === 'wait') wait()
      else if (act === 'arrive') api.arriveOldest()
      // Only the holder of the sender's lock recovers: the other is gone then.
      else if (act === 'start') {
        if (!one.isAlive() && isAlone) one.start()
      } else if (one.isAlive()) one[act]()
    }
    for (const one of steps) {
      play(one)
      const held = senders.flatMap((sender) => sender.refs())
      expect(new Set(held).size).toBe(held.length)
      expect(api.broken).toEqual([])
    }
    for (const sender of senders) sender.die()
    senders[0].start()
    for (let round = 0; round < 100 && tills[0].stores.outbox.unsettled(Number.MAX_SAFE_INTEGER) > 0; round += 1) {
      wait()
      senders[0].claim()
      senders[0].call()
      senders[0].settle()
    }
    api.arriveAll()
    expect(api.broken).toEqual([])
    const known = sold.map((ref) => [ref, tills[0].stores.documents.find(ref)])
    expect(known).toMatchObject(
      sold.map((ref) => [ref, { state: 'stamped', facts: { controlNumber: api.issued().get(ref) } }]),
    )
    expect([...api.issued().keys()].sort()).toEqual([...sold].sort())
    postedAgain += api.postedAgain()
    for (const till of tills) till.connection.close()
  }
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 60 }), (steps) => plays(steps)),
    {
      numRuns: 80,
      examples: [[[...LATE]]],
    },
  )
  expect(postedAgain).toBeGreaterThan(0)
})
