import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ApiAnswer } from '#application/ports/fiscal-api.ts'
import type { Claim } from '#application/ports/stores.ts'
import type { Outcome } from '#domain/document/outcome.ts'
import { aFolder, aTill, type Till } from '../unit/application/a-till.ts'
import { notFound, stamped, unknown } from '../unit/application/an-outcome.ts'

const SALES = 4
const AN_HOUR = 3_600_000

/** The API: one document a ref, however often it is posted. */
const anApi = () => {
  const posts = new Map<string, number>()
  const facts = (ref: string, isDuplicate: boolean) => ({ controlNumber: `N-${ref}`, isDuplicate })
  return {
    posts,
    answer: ({ externalRef, step }: Claim): Outcome => {
      const before = posts.get(externalRef) ?? 0
      if (step !== 'send') return before === 0 ? notFound : stamped(facts(externalRef, false))
      posts.set(externalRef, before + 1)
      return stamped(facts(externalRef, before > 0))
    },
  }
}

type Flight = { readonly claim: Claim; readonly outcome: Outcome | null }

/** One process that sends: what it claimed, and what came back of it. */
const aSender = (till: Till, api: ReturnType<typeof anApi>) => {
  let flights: readonly Flight[] = []
  let alive = true
  const settle = ({ claim, outcome }: Flight): void => {
    const answer: ApiAnswer = { outcome: outcome ?? unknown, httpStatus: null, raw: null, budget: null }
    till.settle(claim, answer)
  }
  const settleNext = (came: (flight: Flight) => Flight): void => {
    const flight = flights.find(({ outcome }) => outcome !== null)
    if (!flight) return
    flights = flights.filter((one) => one !== flight)
    settle(came(flight))
  }
  return {
    isAlive: () => alive,
    refs: () => flights.map(({ claim }) => claim.externalRef),
    claim: () => {
      flights = [
        ...flights,
        ...till.stores.outbox.claim(till.clock.now(), 2).map((claim) => ({ claim, outcome: null })),
      ]
    },
    call: () => {
      const [next, ...others] = flights.filter(({ outcome }) => outcome === null)
      if (!next) return
      const answered = { claim: next.claim, outcome: api.answer(next.claim) }
      flights = [...flights.filter(({ outcome }) => outcome !== null), ...others, answered]
    },
    /** The answer to the oldest call arrives; or is known to be lost. */
    settle: () => settleNext((flight) => flight),
    lose: () => settleNext((flight) => ({ ...flight, outcome: unknown })),
    die: () => {
      flights = []
      alive = false
    },
    start: () => {
      alive = true
      till.recover()
    },
  }
}

const ACTS = ['claim', 'call', 'call', 'settle', 'settle', 'lose', 'die', 'start', 'wait'] as const
type Step = { readonly sender: 0 | 1; readonly act: (typeof ACTS)[number] }
const step: fc.Arbitrary<Step> = fc.record({ sender: fc.constantFrom(0, 1), act: fc.constantFrom(...ACTS) })

test('however two senders take turns, die and start again, each sale is posted by one at a time and issued once', () => {
  const folderOfTest = aFolder()
  let runs = 0
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 60 }), (steps) => {
      runs += 1
      const folder = `${folderOfTest}/${runs}`
      const tills = [aTill({ folder }), aTill({ folder })] as const
      const api = anApi()
      const senders = [aSender(tills[0], api), aSender(tills[1], api)] as const
      const sold = Array.from({ length: SALES }, () => tills[0].sells().externalRef)
      let troubles = 0
      const wait = (): void => {
        for (const till of tills) till.passes(AN_HOUR)
      }
      const play = ({ sender, act }: Step): void => {
        const one = senders[sender]
        const isAlone = !senders[sender === 0 ? 1 : 0].isAlive()
        if (act === 'wait') wait()
        // Only the holder of the sender's lock recovers: the other is gone then.
        else if (act === 'start' && !one.isAlive() && isAlone) one.start()
        else if (act !== 'start' && one.isAlive()) one[act]()
        if (act === 'lose' || act === 'die') troubles += 1
      }
      for (const one of steps) {
        play(one)
        const held = senders.flatMap((sender) => sender.refs())
        expect(new Set(held).size).toBe(held.length)
      }
      for (const sender of senders) sender.die()
      senders[0].start()
      for (let round = 0; round < 100 && tills[0].stores.outbox.unsettled(Number.MAX_SAFE_INTEGER) > 0; round += 1) {
        wait()
        senders[0].claim()
        senders[0].call()
        senders[0].settle()
      }
      expect(sold.map((ref) => tills[0].stores.documents.find(ref)?.state)).toEqual(sold.map(() => 'stamped'))
      expect([...api.posts.keys()].sort()).toEqual([...sold].sort())
      if (troubles === 0) expect([...api.posts.values()]).toEqual(sold.map(() => 1))
      for (const till of tills) till.connection.close()
    }),
    { numRuns: 80 },
  )
})
