import type { Claim } from '#application/ports/stores.ts'
import type { Outcome } from '#domain/document/outcome.ts'
import { notFound, stamped, unreachable } from '../unit/application/an-outcome.ts'

/** One request on its way: what it asks, and its answer once it has arrived. */
export type Sent = { readonly claim: Claim; readonly revision: number; readonly body: string; outcome: Outcome | null }

type Event = 'post' | 'not_found' | 'surely_not_sent'

/** After these somebody knows that a post never arrived, as far as that can be known, and another may go out. */
const FREES: readonly Event[] = ['not_found', 'surely_not_sent']

/**
 * The API as the contract tells of it: one document a ref, however often and however late it is posted. What comes in is held against the rules of
 * whoever sends; `broken` has a sentence for each breach.
 */
export const anApiWithLatePosts = () => {
  const issued = new Map<string, string>()
  const bodies = new Map<string, string>()
  const lastEvents = new Map<string, Event>()
  const broken: string[] = []
  let again = 0
  let inTransit: readonly Sent[] = []

  const leaves = ({ claim: { externalRef, step }, revision, body }: Sent): void => {
    if (step !== 'send') return
    const last = lastEvents.get(externalRef)
    if (last !== undefined) again += 1
    if (last !== undefined && !FREES.includes(last)) broken.push(`${externalRef}: posted again after ${last}`)
    const before = bodies.get(`${externalRef} ${revision}`)
    if (before !== undefined && before !== body) broken.push(`${externalRef}: other bytes in revision ${revision}`)
    bodies.set(`${externalRef} ${revision}`, body)
    lastEvents.set(externalRef, 'post')
  }
  const answer = ({ claim: { externalRef, step } }: Sent): Outcome => {
    const known = issued.get(externalRef)
    if (step !== 'send' && known === undefined) return notFound
    const controlNumber = known ?? `N-${externalRef}`
    issued.set(externalRef, controlNumber)
    return stamped({ controlNumber, isDuplicate: step === 'send' && known !== undefined })
  }
  const arrives = (sent: Sent): void => {
    inTransit = inTransit.filter((one) => one !== sent)
    sent.outcome = answer(sent)
  }
  return {
    issued: (): ReadonlyMap<string, string> => issued,
    broken,
    /** How often a ref was posted that had been posted before. */
    postedAgain: () => again,
    /** A request leaves, and is under way until it arrives. */
    send: (sent: Sent): void => {
      leaves(sent)
      inTransit = [...inTransit, sent]
    },
    /** It never leaves: there is no line. */
    refuse: (sent: Sent): void => {
      sent.outcome = unreachable
    },
    arrives,
    /** Everything that is still under way, whoever is left to hear of it. */
    arriveAll: (): void => inTransit.forEach(arrives),
    arriveOldest: (): void => inTransit.slice(0, 1).forEach(arrives),
    /** Its sender has written down what it came to. */
    settled: ({ externalRef, step }: Claim, outcome: Outcome): void => {
      if (step !== 'send' && outcome.kind === 'not_found') lastEvents.set(externalRef, 'not_found')
      if (step === 'send' && outcome.kind === 'unreachable') lastEvents.set(externalRef, 'surely_not_sent')
    },
  }
}
